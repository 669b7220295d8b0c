import tseslint from 'typescript-eslint'

/** The stages of the pipeline, in its order: each may import those before it, document/, office-file/ and problem.ts. */
const stages = [
  ...['source', 'model', 'stationery', 'edit', 'import', 'check', 'status', 'fix'],
  ...['wording', 'published', 'render', 'verify', 'reporters', 'cli'],
]
const sees = {
  document: [],
  'office-file': [],
  source: [],
  model: ['source'],
  stationery: ['source'],
  edit: ['source', 'model', 'fix'],
  import: ['source', 'model', 'fix', 'edit'],
  check: ['source', 'model'],
  status: ['source', 'model', 'check', 'reporters'],
  fix: ['source', 'model'],
  wording: ['source', 'model', 'status'],
  published: ['source', 'model', 'wording'],
  render: ['model', 'stationery'],
  verify: ['source', 'model', 'render'],
  schema: ['model', 'published'],
  reporters: [],
}

const borders = Object.entries(sees).map(([stage, seen]) => ({
  files: [`src/${stage}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: stages
              .filter(other => other !== stage && !seen.includes(other))
              .map(other => `**/${other}/*`),
            message: 'Imports run along the pipeline: see CONTRIBUTING.md.',
          },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist', 'output', 'node_modules'] },
  ...tseslint.configs.recommendedTypeChecked.map(config => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-control-regex': 'off',
    },
  },
  {
    // Only the commands touch files, streams, the clock and the environment.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/render/**', 'src/model/picture/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'console', 'fetch'],
    },
  },
  ...borders,
)
