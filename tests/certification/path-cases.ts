// The table of the path rules: facts, a day, and what is missing or said on it. Read by the unit test and by the mutation check, which
// asks it of every damaged copy of the rules.
import { firstCases } from './cases-first';
import { renewalCases } from './cases-renewal';
import { timeCases } from './cases-time';

export const cases = [...firstCases, ...timeCases, ...renewalCases];
