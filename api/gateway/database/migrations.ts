/**
 * The gateway's own schema, in order; each is applied once, and one that has been merged never changes.
 * Plain PostgreSQL 15. `seq` is the order of creation, which lists and pages follow.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE gateway.setting (name text PRIMARY KEY, value text NOT NULL);

  CREATE TABLE gateway.customer (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    name text, email text, phone text, description text,
    address jsonb, shipping jsonb,
    default_payment_method text,
    metadata jsonb NOT NULL,
    deleted boolean NOT NULL
  );

  CREATE TABLE gateway.payment_method (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    type text NOT NULL,
    token text NOT NULL,
    exp_month integer NOT NULL,
    exp_year integer NOT NULL,
    fingerprint text NOT NULL,
    customer text,
    billing_details jsonb NOT NULL,
    metadata jsonb NOT NULL
  );
  CREATE INDEX ON gateway.payment_method (customer, seq) WHERE customer IS NOT NULL;

  CREATE TABLE gateway.payment_intent (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    amount bigint NOT NULL CHECK (amount BETWEEN 1 AND 10000000000000),
    currency text NOT NULL,
    status text NOT NULL,
    capture_method text NOT NULL,
    confirmation_method text NOT NULL,
    amount_capturable bigint NOT NULL CHECK (amount_capturable BETWEEN 0 AND amount),
    amount_received bigint NOT NULL CHECK (amount_received BETWEEN 0 AND amount),
    amount_funded bigint NOT NULL CHECK (amount_funded BETWEEN 0 AND amount),
    customer text,
    payment_method text,
    payment_method_types text[] NOT NULL,
    payment_method_options jsonb NOT NULL,
    automatic_payment_methods jsonb,
    latest_charge text,
    client_secret text NOT NULL,
    description text,
    metadata jsonb NOT NULL,
    transfer_group text,
    canceled_at timestamptz,
    cancellation_reason text,
    last_payment_error jsonb,
    next_action jsonb,
    sub_account text UNIQUE,
    extra jsonb NOT NULL
  );
  CREATE INDEX ON gateway.payment_intent (customer, seq) WHERE customer IS NOT NULL;
  CREATE INDEX ON gateway.payment_intent USING gin (metadata jsonb_path_ops);

  CREATE TABLE gateway.charge (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    payment_intent text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    amount_captured bigint NOT NULL CHECK (amount_captured BETWEEN 0 AND amount),
    amount_refunded bigint NOT NULL CHECK (amount_refunded BETWEEN 0 AND amount),
    currency text NOT NULL,
    status text NOT NULL,
    captured boolean NOT NULL,
    refunded boolean NOT NULL,
    customer text,
    payment_method text,
    payment_method_details jsonb NOT NULL,
    failure_code text, failure_message text, decline_code text,
    balance_transaction text, failure_balance_transaction text,
    description text,
    metadata jsonb NOT NULL,
    transfer_group text,
    capture_before timestamptz,
    CHECK (NOT captured OR amount_refunded <= amount_captured)
  );
  CREATE INDEX ON gateway.charge (payment_intent, seq);
  CREATE INDEX ON gateway.charge (customer, seq) WHERE customer IS NOT NULL;
  CREATE INDEX ON gateway.charge (transfer_group, seq) WHERE transfer_group IS NOT NULL;

  CREATE TABLE gateway.refund (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    charge text NOT NULL,
    payment_intent text NOT NULL,
    payment_method text, customer text,
    status text NOT NULL,
    reason text,
    balance_transaction text, failure_balance_transaction text,
    failure_reason text,
    metadata jsonb NOT NULL
  );
  CREATE INDEX ON gateway.refund (charge, seq);
  CREATE INDEX ON gateway.refund (payment_intent, seq);

  CREATE TABLE gateway.transfer (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    amount_reversed bigint NOT NULL CHECK (amount_reversed BETWEEN 0 AND amount),
    currency text NOT NULL,
    destination text NOT NULL,
    source_transaction text,
    balance_transaction text,
    description text,
    transfer_group text,
    metadata jsonb NOT NULL,
    recent_reversals jsonb NOT NULL
  );
  CREATE INDEX ON gateway.transfer (destination, seq);
  CREATE INDEX ON gateway.transfer (transfer_group, seq) WHERE transfer_group IS NOT NULL;

  CREATE TABLE gateway.transfer_reversal (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    transfer text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    balance_transaction text,
    metadata jsonb NOT NULL
  );
  CREATE INDEX ON gateway.transfer_reversal (transfer, seq);

  CREATE TABLE gateway.payout (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    amount bigint NOT NULL CHECK (amount <> 0),
    currency text NOT NULL,
    destination text,
    method text NOT NULL,
    status text NOT NULL,
    arrival_date timestamptz NOT NULL,
    balance_transaction text, failure_balance_transaction text,
    failure_code text, failure_message text,
    original_payout text, reversed_by text,
    description text, statement_descriptor text,
    metadata jsonb NOT NULL
  );
  CREATE INDEX ON gateway.payout (destination, seq);

  CREATE TABLE gateway.balance_transaction (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    amount bigint NOT NULL CHECK (amount <> 0),
    currency text NOT NULL,
    type text NOT NULL,
    reporting_category text NOT NULL,
    source text NOT NULL,
    payout text,
    description text
  );
  CREATE INDEX ON gateway.balance_transaction (source, seq);
  CREATE INDEX ON gateway.balance_transaction (created);

  -- A balance is the sum of sixteen shards, so that concurrent payments do not queue for one row.
  CREATE TABLE gateway.balance (
    currency text NOT NULL,
    shard integer NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (currency, shard)
  );

  -- What customers have sent beyond their payments.
  CREATE TABLE gateway.cash_balance (
    customer text NOT NULL,
    currency text NOT NULL,
    amount bigint NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (customer, currency)
  );

  CREATE TABLE gateway.cash_transaction (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    customer text NOT NULL,
    currency text NOT NULL,
    type text NOT NULL,
    net_amount bigint NOT NULL CHECK (net_amount <> 0),
    ending_balance bigint NOT NULL CHECK (ending_balance >= 0),
    payment_intent text,
    reference text
  );
  CREATE INDEX ON gateway.cash_transaction (customer, seq);

  CREATE TABLE gateway.event (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    data text NOT NULL,
    request text, idempotency_key text,
    api_version text NOT NULL
  );
  CREATE INDEX ON gateway.event (subject, seq);
  CREATE INDEX ON gateway.event (type, seq);

  CREATE TABLE gateway.webhook_endpoint (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    created timestamptz NOT NULL,
    url text NOT NULL,
    enabled_events text[] NOT NULL,
    description text,
    status text NOT NULL,
    api_version text,
    metadata jsonb NOT NULL,
    secrets jsonb NOT NULL,
    managed boolean NOT NULL
  );

  -- One event to one endpoint. It is the queue too: whoever holds a row's lease sends it.
  CREATE TABLE gateway.delivery (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event text NOT NULL,
    endpoint text NOT NULL,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dropped', 'given-up')),
    attempts integer NOT NULL DEFAULT 0,
    due timestamptz NOT NULL,
    response_status integer,
    failure text,
    finished timestamptz
  );
  CREATE INDEX ON gateway.delivery (due) WHERE state = 'pending';
  CREATE INDEX ON gateway.delivery (event);

  CREATE TABLE gateway.idempotency (
    key text PRIMARY KEY,
    created timestamptz NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    fingerprint text NOT NULL,
    request text NOT NULL,
    status integer NOT NULL,
    body text NOT NULL
  );
  CREATE INDEX ON gateway.idempotency (created);

  -- What happens by itself later: holds run out, slow debits settle, payouts arrive.
  CREATE TABLE gateway.due_job (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    due timestamptz NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL
  );
  CREATE INDEX ON gateway.due_job (due);

  CREATE TABLE gateway.fault (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    remaining integer NOT NULL CHECK (remaining >= 0),
    delay_ms integer NOT NULL,
    method text,
    path text,
    saved boolean NOT NULL
  );
  `,
];
