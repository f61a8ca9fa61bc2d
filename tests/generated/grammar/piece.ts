import type { RuleName } from './marks.ts';

/** What the rest of a gateway decides about the pieces in it. */
export interface Surroundings {
  readonly namespace: 'none' | 'named' | 'regexp';
  readonly checksOrigin: boolean;
  readonly hasDisconnect: boolean;
  /** Whether some handler runs for everyone who is connected. */
  readonly isOpen: boolean;
  readonly isController: boolean;
  readonly hasMiddleware: boolean;
  /** Marks what fills a collection that nothing empties, as far as the gateway has it reported. */
  leak(text: string): string;
}

/** A part of a gateway that is written about a rule: to be reported by it, or to look like it. */
export interface Piece {
  readonly name: string;
  readonly about: RuleName;
}

/** A piece of one text. `#` in it stands for a number of its own. */
export interface TextPiece extends Piece {
  code(around: Surroundings): string;
}
