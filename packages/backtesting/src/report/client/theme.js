const names = ['ink', 'muted', 'line', 'panel', 'accent', 'gain', 'loss', 'long', 'short', 'bar']

/** The page's colours as they stand, light or dark. */
export function readTheme() {
  const style = getComputedStyle(document.documentElement)
  const colours = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])
  return { ...Object.fromEntries(colours), font: getComputedStyle(document.body).fontFamily }
}

/** Calls back whenever the reader's system changes between light and dark. */
export function onThemeChange(apply) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(readTheme()))
}

/** A colour of the theme, `#rrggbb`, made transparent. */
export function faded(colour, opacity) {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgba(${channels.join(', ')}, ${opacity})`
}
