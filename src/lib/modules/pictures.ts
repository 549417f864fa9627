// Which drawings and recordings the scenes of a module need, so that a device can keep them before there is no network.
import type { NodeText } from '$lib/content/graph';
import { castUrl, placeUrl } from '$lib/illustrations/art';
import { characters, type CharacterId, type PlaceId } from '$lib/illustrations/ids';

/** Addresses of the files of all people and places of these scenes, and of their recordings, each once. */
export function listPictures(nodes: Record<string, NodeText>): string[] {
	const addresses = new Set<string>();
	const addPerson = (who: string) => {
		if (characters.includes(who as CharacterId)) addresses.add(fileOf(castUrl(who as CharacterId, 'neutral')));
	};
	for (const { audio } of Object.values(nodes)) if (audio) addresses.add(audio);
	for (const block of Object.values(nodes).flatMap(({ blocks }) => blocks)) {
		if (block.type === 'image') addresses.add(block.src);
		if (block.type === 'chat') for (const { who } of block.lines) addPerson(who);
		if (block.type !== 'film') continue;
		for (const { cast, frame, place } of block.shots) {
			for (const { who } of cast) addPerson(who);
			addresses.add(fileOf(placeUrl(frame === 'phone' ? 'phone' : (place as PlaceId))));
		}
	}
	return [...addresses];
}

/** The file of an address: one holds all expressions of a character. */
function fileOf(address: string): string {
	return address.split('#')[0]!;
}
