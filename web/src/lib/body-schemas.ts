import { ApiProblem } from './api-problem.js';
import type { Call, Route } from './call.js';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: unknown;
}
type Result = { readonly issues?: readonly Issue[] | undefined };
/** The part of a Standard Schema that is needed here. */
interface Schema {
  readonly '~standard': { readonly validate: (value: unknown) => Result | Promise<Result> };
}
type Load = () => Promise<Schema>;

// Schemas and their library come when a form is first sent: no page waits for them.
const bank = () => import('@muheng/contracts/quota-bank');
const listings = () => import('@muheng/contracts/listings');
const oversight = () => import('@muheng/contracts/oversight');
const planner = () => import('@muheng/contracts/planner');
const studio = () => import('@muheng/contracts/policy-studio');

/** The contract's own schema of what a form sends, by the route that it sends it to. */
const schemas: Partial<Record<Route, Load>> = {
  'post /needs': async () => (await bank()).createNeedInput,
  'post /needs/{id}/withdrawal': async () => (await bank()).withdrawNeedInput,
  'post /uses': async () => (await bank()).earmarkInput,
  'post /uses/{id}/release': async () => (await bank()).releaseInput,
  'post /uses/{id}/write-off': async () => (await bank()).writeOffInput,
  'post /project-filings': async () => (await bank()).fileProjectInput,
  'post /projects/{number}/steps': async () => (await bank()).projectStepInput,
  'post /projects/{number}/parcels': async () => (await bank()).parcelsInput,
  'post /projects/{number}/care': async () => (await bank()).careInput,
  'post /projects/{number}/care-checks': async () => (await bank()).careCheckInput,
  'post /projects/{number}/defects': async () => (await bank()).defectInput,
  'post /quota-acts': async () => (await bank()).quotaActInput,
  'post /quota-loans': async () => (await bank()).lendInput,
  'post /key-projects': async () => (await bank()).keyProjectInput,
  'post /reclamation-fees': async () => (await bank()).reclamationFeeInput,
  'put /allowances': async () => (await bank()).allowanceInput,
  'post /listings': async () => (await listings()).createListingInput,
  'put /listings/{id}': async () => (await listings()).editListingInput,
  'post /listings/{id}/approvals': async () => (await listings()).approvalDecisionInput,
  'post /alerts/{id}/decisions': async () => (await oversight()).decideAlertInput,
  'put /market/region-map': async () => (await import('@muheng/contracts/region-map')).regionMapInput,
  'post /demands': async () => (await planner()).publishDemandInput,
  'post /plans': async () => (await planner()).planInput,
  'post /policy/versions': async () => (await studio()).draftPolicyInput,
};

async function schemaOf(route: Route): Promise<Schema | null> {
  const load = schemas[route];
  if (!load) return null;
  try {
    const [{ validateWithoutEval }, schema] = await Promise.all([
      import('@muheng/contracts/common/without-eval'),
      load(),
    ]);
    validateWithoutEval();
    return schema;
  } catch {
    // Offline, or the site was renewed meanwhile: the server judges the form, as it does in any case.
    return null;
  }
}

const pointerOf = (path: Issue['path'] = []): string =>
  `/${path.map((step) => String(typeof step === 'object' ? step.key : step)).join('/')}`;

/** Throws, for a body that its contract would refuse, the very ApiProblem that the server would answer. */
export async function requireWellFormed({ route, body }: Call<unknown>): Promise<void> {
  const schema = await schemaOf(route);
  const { issues = [] } = (await schema?.['~standard'].validate(body)) ?? {};
  if (issues.length === 0) return;
  const errors = issues.map(({ path, code, message }) => ({
    pointer: pointerOf(path),
    code: String(code ?? 'invalid'),
    message,
  }));
  throw new ApiProblem({
    status: 400,
    code: 'request.invalid',
    title: '',
    detail: '',
    params: { pointer: errors[0]?.pointer ?? '/' },
    errors,
  });
}
