/** A statement of the hot path. Its plan is kept under its name for as long as the connection lives. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}
