/** What a token says about its owner. */
export interface User {
  id: string;
  name: string;
  /** Seconds since the epoch, set by the JWT library. */
  exp: number;
}
