/**
 * A module whose code is made while the product is bundled or tested, such as `section55:manual`: the
 * plugin for esbuild, and the one for vitest. `codeOf`: called each time the module is loaded.
 */
export function moduleOf(name, codeOf) {
  return {
    forBundle: {
      name,
      setup(build) {
        build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
          path: name,
          namespace: name,
        }))
        build.onLoad({ filter: /.*/, namespace: name }, () => ({
          contents: codeOf(),
          loader: 'js',
        }))
      },
    },
    forTests: {
      name,
      resolveId: id => (id === name ? `\0${name}` : undefined),
      load: id => (id === `\0${name}` ? codeOf() : undefined),
    },
  }
}
