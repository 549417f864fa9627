// The picture of an ending without one of its own: the people of the module's card, as the story left them.
import type { Ending, Mood, ModuleSummary } from '$lib/content/graph';
import type { PlaceId } from '$lib/illustrations/ids';

const moods: Record<Ending, Mood> = { good: 'happy', mixed: 'neutral', hard: 'sad' };

/** Place and people to draw. A hard ending is never a picture of somebody left alone: the coach is there. */
export function endingScene(
	picture: ModuleSummary['picture'],
	end: Ending
): { place: PlaceId; cast: { who: string; mood: Mood }[] } {
	const people = picture.cast.map(({ who }) => ({ who, mood: moods[end] }));
	const cast = end === 'hard' ? [...people.slice(0, 1), { who: 'coach', mood: 'neutral' as const }] : people;
	return { place: picture.place as PlaceId, cast };
}
