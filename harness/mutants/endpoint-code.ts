import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'

import { rolldown, type Plugin } from 'rolldown'

import type { openFacade } from '../../endpoint/facade.ts'
import { vendorData } from '../../specs/vendor/vendor-data.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import { asking, instrument } from './instrument.ts'
import { ending, ownFolders, roomOf, top } from './places.ts'
import type { Point } from './points.ts'
import type { Switchboard } from './switchboard.ts'

/** A second copy of the endpoint's code, apart from the one that the suite shares its data with. */
export interface EndpointCode {
  /** what can be switched on, by number */
  readonly points: readonly Point[]
  /** a fresh instance of all modules, their tables made anew while the board stands as it does */
  readonly instance: (board: Switchboard) => Promise<EndpointModules>
}

/** What the copy exports. */
export interface EndpointModules {
  readonly openFacade: typeof openFacade
  readonly vendor: () => Vendor
}

/** What the copy takes from this program as it is: packages, data, and the contract that is made of them. */
interface Host {
  readonly modules: Record<string, object>
  readonly data: Record<string, unknown>
}

/**
 * Puts the modules of a vendor's endpoint together into one function, each point of theirs a switch. It lives in memory,
 * whichever way this program itself was loaded, and what it holds is gone with it.
 */
export async function endpointCode(vendor: VendorId): Promise<EndpointCode> {
  const host: Host = { modules: {}, data: {} }
  const points: Point[] = []
  const bundle = await rolldown({
    input: 'entry:',
    cwd: top,
    treeshake: false,
    checks: { pluginTimings: false },
    // a script is no module: nothing in it asks where it stands but the registry, which is written out
    transform: { define: { 'import.meta.url': '"nowhere"' } },
    plugins: [linking(vendor), hosting(host), instrumenting(vendor, points)],
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  const [{ code }, ...more] = output
  if (more.length > 0) throw new Error('the endpoint came in several pieces')
  const { isOn, goesOn } = asking
  const script = new Script(`(async (host, give, ${isOn}, ${goesOn}) => {${code}\n})`, {
    filename: `mutants-${vendor}.js`,
  })
  const make = script.runInThisContext() as (...given: readonly unknown[]) => Promise<void>
  return {
    points,
    instance: async (board) => {
      let given: EndpointModules | undefined
      const give = (modules: EndpointModules): void => void (given = modules)
      await make(host, give, board.isOn, board.goesOn)
      if (given === undefined) throw new Error('the endpoint gives nothing')
      return given
    },
  }
}

const at = (path: string): string => JSON.stringify(join(top, path + ending))

/** Where it begins, and what a vendor alone offers, which its loader would look for in the folders. */
const linking = (vendor: VendorId): Plugin => {
  const registry = 'specs/vendors/own-operations'
  const own = ownFolders(vendor)
  const texts: Readonly<Record<string, string>> = {
    'entry:': `
      import { openFacade } from ${at('endpoint/facade')}
      import { ${vendor} } from ${at(`specs/vendors/${vendor}/${vendor}`)}
      give({ openFacade, vendor: ${vendor} })`,
    'own:': `
      export * from ${at(registry)}
      import { ownOperation } from ${at(registry)}
      ${own.map((name, index) => `import * as own${index} from ${at(`specs/vendors/${vendor}/own/${name}/${name}`)}`).join('\n')}
      export const readOwn = async () => [${own.map((name, index) => `ownOperation('${name}', own${index})`).join(', ')}]`,
  }
  return {
    name: 'linking',
    resolveId: (module, importer) => {
      if (texts[module] !== undefined) return module
      return module.includes('/own-operations') && importer !== 'own:' ? 'own:' : null
    },
    load: (module) => texts[module] ?? null,
  }
}

/** Packages and data are those of this program. */
const hosting = (host: Host): Plugin => ({
  name: 'hosting',
  resolveId: (module) => {
    if (module.endsWith(`/vendor-data${ending}`)) return 'host:vendor-data'
    return /^[./]|^(entry|own|host):/u.test(module) ? null : `host:${module}`
  },
  load: async (module) => {
    if (module.endsWith('.json')) {
      host.data[module] = JSON.parse(readFileSync(module, 'utf8'))
      return { code: `export default host.data[${JSON.stringify(module)}]`, moduleType: 'js' }
    }
    if (!module.startsWith('host:')) return null
    const name = module.slice('host:'.length)
    const exported =
      name === 'vendor-data' ? { vendorData: once(vendorData) } : await packageOf(name)
    host.modules[name] = exported
    return Object.keys(exported)
      .filter((key) => /^(?!default$)[\w$]+$/u.test(key))
      .map((key) => `export const ${key} = host.modules[${JSON.stringify(name)}].${key}`)
      .join('\n')
  },
})

/** The contract of a vendor is no part of any mutant, and takes long to make. */
const once = <A, R>(make: (given: A) => R): ((given: A) => R) => {
  let made: R | undefined
  return (given) => (made ??= make(given))
}

const require = createRequire(import.meta.url)

const packageOf = async (name: string): Promise<object> => {
  const place = name.startsWith('node:') ? name : pathToFileURL(require.resolve(name)).href
  return (await import(place)) as object
}

const instrumenting = (vendor: VendorId, points: Point[]): Plugin => ({
  name: 'instrumenting',
  transform: (text, module) => {
    const file = relative(top, module)
    const stem = file.slice(0, -ending.length)
    if (!module.endsWith(ending) || roomOf(vendor, stem) === undefined) return null
    const { code, points: own } = instrument(file, text, points.length)
    points.push(...own)
    return code
  },
})
