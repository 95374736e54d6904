/** What was fetched from the network, each once. */
export type NotedFetches = { readonly urls: ReadonlySet<string>; readonly stop: () => void }

/** Notes what is fetched: no check can take the future away from it. */
export function noteFetches(): NotedFetches {
  const urls = new Set<string>()
  const { fetch } = globalThis
  globalThis.fetch = async (input, init) => {
    urls.add(input instanceof Request ? input.url : String(input))
    return await fetch(input, init)
  }
  return { urls, stop: () => (globalThis.fetch = fetch) }
}
