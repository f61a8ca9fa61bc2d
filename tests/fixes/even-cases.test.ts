import { fixLaws } from './fix-laws.ts';

fixLaws(0);
