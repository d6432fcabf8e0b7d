import { BlockList, isIP } from 'node:net'

const lengths = { ipv4: 32, ipv6: 128 } as const

const familyOf = (address: string): keyof typeof lengths | undefined => {
  const version = isIP(address)
  if (version === 0) return undefined
  return version === 4 ? 'ipv4' : 'ipv6'
}

/** Whether an IP address is within a range in CIDR notation, which without a length is one address. */
export function isWithin(address: string, range: string): boolean {
  const [start = '', said, ...more] = range.split('/')
  const family = familyOf(start)
  if (family === undefined || familyOf(address) !== family || more.length > 0) return false
  const length = said === undefined ? lengths[family] : Number(/^\d{1,3}$/u.exec(said)?.[0])
  if (!(length <= lengths[family])) return false
  const list = new BlockList()
  list.addSubnet(start, length, family)
  return list.check(address, family)
}
