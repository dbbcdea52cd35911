// Biome formats; this looks at what needs types and at the rules of the house (docs in CONTRIBUTING.md).
import tseslint from 'typescript-eslint';

/** Money, area and capacity are integers in bigint and strings on the wire; a float must never touch them. */
const QUANTITY = '/(Cny|Ha|Kg|Mu|Fen|money|price|amount|area|capacity|balance|quantity)$/i';
const quantityRules = [
  {
    selector: `CallExpression[callee.name='Number'] > Identifier[name=${QUANTITY}]`,
    message: 'Money, area and capacity are bigint: use @muheng/contracts/common/quantity.',
  },
  {
    selector: `CallExpression[callee.name='Number'] > MemberExpression > Identifier.property[name=${QUANTITY}]`,
    message: 'Money, area and capacity are bigint: use @muheng/contracts/common/quantity.',
  },
  {
    selector: `UnaryExpression[operator='+'] > Identifier[name=${QUANTITY}]`,
    message: 'Money, area and capacity are bigint: use @muheng/contracts/common/quantity.',
  },
  {
    selector: `UnaryExpression[operator='+'] > MemberExpression > Identifier.property[name=${QUANTITY}]`,
    message: 'Money, area and capacity are bigint: use @muheng/contracts/common/quantity.',
  },
  {
    selector: "CallExpression[callee.property.name='parseFloat'], CallExpression[callee.name='parseFloat']",
    message: 'No float is ever parsed here: use @muheng/contracts/common/quantity.',
  },
];
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name is the same everywhere.',
};

/** Each workspace is checked against its own program, and against what the others have built: fast, alone and together. */
const typed = (area, files = [`${area}/**/*.{ts,tsx}`], project = `${area}/tsconfig.lint.json`) => ({
  files,
  languageOptions: { parserOptions: { project: [project], tsconfigRootDir: import.meta.dirname } },
});

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '.data/**',
      'contracts/src/generated/**',
      '**/*.{js,cjs,mjs}',
      '**/*.d.ts',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', defaultExport],
    },
  },
  typed('contracts'),
  typed('api'),
  typed('worker'),
  typed('web'),
  typed('scripts', ['scripts/**/*.ts', 'vitest.config.ts'], 'scripts/tsconfig.json'),
  {
    files: ['{api,contracts,worker}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport, ...quantityRules] },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', defaultExport, ...quantityRules.slice(0, -1)] },
  },
  {
    files: ['**/*.test.{ts,tsx}', '{api,worker}/test/**', 'web/e2e/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.config.ts', 'web/vite.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
