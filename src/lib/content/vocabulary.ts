// The closed lists an author chooses from: who can be seen, where, how they look, how a shot is framed.
import type { Ending, ExerciseKind, Frame, Mood } from './graph';

/** Character and place ids that have drawings. */
export { characters as castIds, places as placeIds } from '../illustrations/ids';

/** Age bands, youngest first. */
export const ageBands = ['12-13', '14-15', '16-18'] as const;
export type AgeBand = (typeof ageBands)[number];

export const moods: readonly Mood[] = ['neutral', 'happy', 'worried', 'sad', 'angry', 'thinking'];
export const frames: readonly Frame[] = ['wide', 'two-shot', 'close', 'phone'];
/** Types of <Quiz> that are answered line by line. */
export const quizExercises: readonly ExerciseKind[] = ['order', 'match', 'spot'];
export const endings: readonly Ending[] = ['good', 'mixed', 'hard'];

/** Whether a word is in one of the closed lists. */
export function isOneOf<T extends string>(list: readonly T[], word: string): word is T {
	return (list as readonly string[]).includes(word);
}
