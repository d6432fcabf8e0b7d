import { useEffect, useState } from 'preact/hooks'

/** False until the page has been painted once: what is seen later waits until then. */
export function useLater(): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true))
    return () => clearTimeout(timer)
  }, [])
  return later
}
