// The tags of the author format. A tag is never HTML: it names a block, and its attributes are literal strings.
import type { Html } from 'mdast';
import type { Report } from './finding';
import { placeOf } from './markdown';

export interface Tag {
	name: 'Film' | 'Video' | 'Quiz' | 'Sort' | 'Build' | 'Poll' | 'Reflect' | 'Image' | 'Help';
	kind: 'open' | 'close' | 'single';
	attributes: Record<string, string>;
}

const shapes: Record<Tag['name'], { pair: boolean; attributes: string[] }> = {
	Film: { pair: true, attributes: ['place'] },
	Video: { pair: true, attributes: ['src', 'poster'] },
	Quiz: { pair: true, attributes: ['type', 'id'] },
	Sort: { pair: true, attributes: ['id'] },
	Build: { pair: true, attributes: ['id'] },
	Poll: { pair: true, attributes: ['id'] },
	Reflect: { pair: true, attributes: [] },
	Image: { pair: false, attributes: ['src', 'alt'] },
	Help: { pair: false, attributes: [] }
};

/** Reads a tag that stands alone on its line; null, reported, for anything else in angle brackets. */
export function readTag(html: Html, report: Report): Tag | null {
	const at = placeOf(html);
	const found = /^<(\/?)([A-Za-z]+)((?:\s+[a-z]+="[^"<>]*")*)\s*(\/?)>$/.exec(html.value.trim());
	const name = found?.[2] as Tag['name'];
	if (!found || !Object.hasOwn(shapes, name)) {
		const [line = '', ...more] = html.value.split('\n');
		const known = Object.hasOwn(shapes, /^<\/?([A-Za-z]+)/.exec(line)?.[1] ?? '');
		report.add(
			'E006',
			at,
			known && more.length > 0 ? `an empty line is missing below “${line}”` : `“${line}” is not a tag of this format`
		);
		return null;
	}
	const shape = shapes[name];
	const kind = found[1] ? 'close' : found[4] ? 'single' : 'open';
	if (shape.pair === (kind === 'single')) {
		report.add('E006', at, shape.pair ? `write <${name} …> and </${name}> around the block` : `write <${name}…/> with a slash`);
		return null;
	}
	const attributes: Record<string, string> = {};
	for (const [, attribute = '', value = ''] of found[3]!.matchAll(/([a-z]+)="([^"]*)"/g)) {
		if (kind === 'close' || !shape.attributes.includes(attribute))
			report.add('E007', at, `<${name}> has no attribute “${attribute}”`);
		attributes[attribute] = value;
	}
	return { name, kind, attributes };
}
