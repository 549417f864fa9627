// The picture of an ending without one of its own: those who speak in it, else the people of the module's card, as the story
// left them.
import type { Block, Ending, Mood, ModuleSummary } from '$lib/content/graph';
import type { PlaceId } from '$lib/illustrations/ids';

const moods: Record<Ending, Mood> = { good: 'happy', mixed: 'neutral', hard: 'sad' };

/** Place and people to draw. A hard ending is never a picture of somebody left alone: the coach is there. */
export function endingScene(
	picture: ModuleSummary['picture'],
	end: Ending,
	blocks: Block[]
): { place: PlaceId; cast: { who: string; mood: Mood }[] } {
	const lines = blocks.flatMap((block) => ('lines' in block ? block.lines : [])).filter(({ me }) => !me);
	const names = new Set((lines.length ? lines : picture.cast).map(({ who }) => who));
	const people = [...names].map((who) => ({ who, mood: moods[end] }));
	const cast = end === 'hard' ? [people[0]!, { who: 'coach', mood: 'neutral' as const }] : people;
	return { place: picture.place as PlaceId, cast };
}
