import { readdirSync } from 'node:fs'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const everywhere = ['src/**/*.test.ts', 'test/**/*.test.ts']
const oracles = '**/*.oracle.test.ts'

/** One project per package; they run from source, so only the native addon has to be built. */
const packages = readdirSync('packages').map((name): TestProjectConfiguration => ({
  extends: true,
  root: `packages/${name}`,
  test: { name, include: everywhere, exclude: [oracles] },
}))

export default defineConfig({
  ssr: {
    resolve: { conditions: ['@neural-trader/source', 'module', 'node', 'development|production'] },
  },
  test: {
    testTimeout: 30_000,
    projects: [
      ...packages,
      {
        extends: true,
        test: { name: 'workspace', include: ['scripts/**/*.test.mjs', 'bench/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'oracles',
          include: [`packages/*/{src,test}/${oracles}`],
          testTimeout: 300_000,
        },
      },
    ],
  },
})
