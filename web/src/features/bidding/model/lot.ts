/** Quantities of a lot as on the wire; absent components are null. */
export interface Quantities {
  areaHa: string | null;
  paddyHa: string | null;
  capacityKg: string | null;
}
