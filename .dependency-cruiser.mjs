// Every arrow of the architecture: who may import whom (docs/decisions, CONTRIBUTING.md), and no cycles.
// Paths are those of sources; `@muheng/...` is resolved to the sources of that workspace.

const MODULE = '^api/src/modules/([^/]+)/';
/** Tests may reach for anything that they test; the rules bind what ships. */
const notTests = { pathNot: '[.]test[.]tsx?$|^(api|worker)/test/|^web/e2e/' };

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...notTests, ...from },
  to,
});
/** What a layer of a module may use: anything else inside the repository is an error. */
const layer = (name, comment, path, allowed) =>
  forbid(
    name,
    comment,
    { path },
    // A library whose version differs from the others' is installed beside the part that uses it.
    { path: '^(api|worker|web|contracts|scripts)/', pathNot: [...allowed, '/node_modules/'] },
  );

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two things are one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'What is imported must exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment:
        'What is imported is in package.json; measurements, like tests, may use what is for development.',
      severity: 'error',
      from: { pathNot: `${notTests.pathNot}|^api/bench/` },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        pathNot: '^node_modules/@types/|node_modules/(vite|@vitejs|vitest)/',
      },
    },

    layer('contracts-stand-alone', 'Contracts depend on nothing of ours.', '^contracts/src/', [
      '^contracts/src/',
    ]),
    forbid(
      'contracts-zod-only',
      'Contracts need zod and nothing else.',
      { path: '^contracts/src/' },
      { path: 'node_modules/', pathNot: 'node_modules/(zod)/' },
    ),
    layer('common-is-the-floor', 'contracts/common imports only itself.', '^contracts/src/common/', [
      '^contracts/src/common/',
    ]),
    layer(
      'contract-modules-use-common',
      'A contract of one module does not need another.',
      '^contracts/src/jobs/',
      ['^contracts/src/(common|jobs)/'],
    ),
    forbid(
      'web-without-jobs',
      'Jobs are between api and worker.',
      { path: '^web/' },
      { path: '^contracts/src/jobs/' },
    ),

    layer(
      'domain-is-pure',
      'Rules see their own domain and contracts/common only.',
      '^api/src/modules/([^/]+)/domain/',
      ['^api/src/modules/$1/domain/', '^contracts/src/common/'],
    ),
    forbid(
      'domain-without-packages',
      'Rules have no framework, no I/O, no clock, no randomness.',
      { path: '^api/src/modules/[^/]+/domain/' },
      { dependencyTypes: ['npm', 'core'] },
    ),
    layer(
      'application',
      'Use cases see their own domain and persistence, the kernel, contracts and other modules by their application.',
      '^api/src/modules/([^/]+)/application/',
      [
        '^api/src/modules/$1/(domain|persistence|application)/',
        '^api/src/kernel/',
        '^contracts/src/',
        '^api/src/modules/[^/]+/application/',
      ],
    ),
    layer(
      'persistence',
      'Rows see their own domain and the kernel.',
      '^api/src/modules/([^/]+)/persistence/',
      ['^api/src/modules/$1/(domain|persistence)/', '^api/src/kernel/', '^contracts/src/'],
    ),
    layer(
      'http',
      'Controllers see their own application, the doors of the kernel and contracts.',
      '^api/src/modules/([^/]+)/http/',
      [
        '^api/src/modules/$1/(application|http)/',
        '^api/src/modules/$1/[^/]+[.]module[.]ts$',
        '^api/src/kernel/',
        '^contracts/src/',
      ],
    ),
    forbid(
      'kernel-knows-no-module',
      'The kernel is below every module.',
      { path: '^api/src/kernel/' },
      { path: MODULE },
    ),
    forbid(
      'nobody-imports-oversight',
      'Oversight may read everyone; nobody depends on it.',
      { path: '^api/src/modules/(?!oversight/)[^/]+/' },
      { path: '^api/src/modules/oversight/' },
    ),
    forbid(
      'core-without-http',
      'The worker’s door has no http behind it.',
      { path: '^api/src/core([.]module)?[.]ts$' },
      { path: '^api/src/(modules/[^/]+/http|kernel/http)/', reachable: true },
    ),

    layer('gateway-is-another-house', 'The payment gateway imports nothing of the api.', '^api/gateway/', [
      '^api/gateway/',
    ]),
    layer('worker-by-one-door', 'The worker enters the api by its core door only.', '^worker/src/', [
      '^worker/src/',
      '^contracts/src/',
      '^api/src/core[.]ts$',
    ]),
    forbid(
      'api-without-worker',
      'The api does not know the worker.',
      { path: '^api/' },
      { path: '^(worker|web)/' },
    ),

    layer('web-sees-contracts', 'The pages see contracts only.', '^web/src/', [
      '^web/src/',
      '^contracts/src/',
    ]),
    layer('web-ui-is-domain-free', 'ui and lib know no feature.', '^web/src/(ui|lib)/', [
      '^web/src/(ui|lib)/',
      '^contracts/src/',
    ]),
    layer('web-features-have-no-peers', 'A feature never imports another.', '^web/src/features/([^/]+)/', [
      '^web/src/features/$1/',
      '^web/src/(ui|lib)/',
      '^contracts/src/',
    ]),
    forbid(
      'scripts-stay-outside',
      'What ships does not depend on the launchers.',
      { path: '^(contracts|api|worker|web)/src/' },
      { path: '^scripts/' },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: ['(^|/)dist/'] },
    tsConfig: { fileName: 'tsconfig.sources.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
