/**
 * The naive transactions that figures are compared with, seven statements each (stack.md §4 (a) and §9 (a-hot)).
 * `:name` is a value that the client draws; the check of the hot row is the client's own.
 */
export interface NaiveScript {
  draw: Record<string, readonly [from: number, to: number]>;
  statements: readonly string[];
}

export const naiveTables = `
  create table naive_account (id bigint primary key, balance bigint not null);
  insert into naive_account select n, 1000000 from generate_series(1, 10000) n;
  create table naive_trade (id bigint generated always as identity primary key, buyer bigint, seller bigint, amount bigint);
  create table naive_posting (id bigint generated always as identity primary key, trade_id bigint, account_id bigint,
    amount bigint);
  create table naive_listing (id bigint primary key, price bigint not null, bids bigint not null default 0);
  insert into naive_listing values (1, 0);
  create table naive_bid (id bigint generated always as identity primary key, listing_id bigint, buyer bigint, price bigint,
    at timestamptz not null default clock_timestamp());
  create table naive_audit (id bigint generated always as identity primary key, actor bigint, action text, detail jsonb);
  create table naive_outbox (id bigint generated always as identity primary key, job text, payload jsonb);
  analyze;`;

/** A settlement between two of 10,000 balances. */
export const spread: NaiveScript = {
  draw: { buyer: [1, 5_000], seller: [5_001, 10_000], amount: [1, 9] },
  statements: [
    'begin',
    'select id, balance from naive_account where id in (:buyer, :seller) order by id for update',
    'insert into naive_trade (buyer, seller, amount) values (:buyer, :seller, :amount)',
    `insert into naive_posting (trade_id, account_id, amount) values (lastval(), :buyer::bigint, -:amount::bigint),
      (lastval(), :seller::bigint, :amount::bigint), (lastval(), 0, 0)`,
    'update naive_account set balance = balance - :amount where id = :buyer',
    'update naive_account set balance = balance + :amount where id = :seller',
    'commit',
  ],
};

/** A bid on the one hot listing. */
export const hotRow: NaiveScript = {
  draw: { buyer: [1, 64], step: [1, 9] },
  statements: [
    'begin',
    'select price from naive_listing where id = 1 for update',
    'insert into naive_bid (listing_id, buyer, price) values (1, :buyer, :step)',
    'update naive_listing set price = price + :step, bids = bids + 1 where id = 1',
    `insert into naive_audit (actor, action, detail) values (:buyer, 'bid', '{}')`,
    `insert into naive_outbox (job, payload) values ('bid', '{}')`,
    'commit',
  ],
};
