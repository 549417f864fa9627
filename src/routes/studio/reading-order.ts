// What a screen reader says of a page, in its order, as plain text: read from the page itself, so that it holds for every block.

export type Role = 'heading' | 'text' | 'link' | 'button' | 'choice' | 'input' | 'image' | 'item' | 'region';

export interface Spoken {
	role: Role;
	text: string;
}

const roles: Record<string, Role> = {
	...{ h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', a: 'link', button: 'button', summary: 'button' },
	...{ li: 'item', dt: 'item', img: 'image', input: 'input', textarea: 'input', select: 'input' },
	...{ nav: 'region', section: 'region', legend: 'heading' }
};
/** Elements that stand in a sentence; all others begin a new one. */
const inline = /^(span|em|strong|b|i|mark|bdi|small|s|u|abbr|time|code|label|br|wbr|sup|sub|use|path)$/;
const empty = /^(img|input|br|wbr|hr|meta|link|use|path|source|track|col)$/;
const silent = /^(script|style|template|head)$/;
/** These say their own words as a whole, whatever they are made of. */
const whole: readonly Role[] = ['heading', 'link', 'button'];

const token = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*?)(\/?)>|[^<]+/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };

interface Open {
	name: string;
	role?: Role;
	/** Nothing in it is said: hidden, or said already by its label. */
	mute: boolean;
}

/** Lists what is said of a piece of HTML. Closed details and text made by scripts are not known here. */
export function listSpoken(html: string): Spoken[] {
	const said: Spoken[] = [];
	const open: Open[] = [];
	let words = '';
	let option: Role | null = null;

	const isMute = () => open.some(({ mute }) => mute);
	const roleNow = (): Role => {
		const speaking = open.findLast(({ role }) => role && role !== 'region' && role !== 'image');
		return open.find(({ role }) => role && whole.includes(role))?.role ?? speaking?.role ?? 'text';
	};
	const flush = () => {
		const text = words.replace(/[ \n\t]+/g, ' ').trim();
		if (text) said.push({ role: option ?? roleNow(), text });
		if (text) option = null;
		words = '';
	};

	for (const [all, slash, rawName, attributes = '', selfClosing] of html.matchAll(token)) {
		if (rawName === undefined) {
			if (!all.startsWith('<!--') && !isMute()) words += decode(all);
			continue;
		}
		const name = rawName.toLowerCase();
		if (slash) {
			const at = open.findLastIndex((each) => each.name === name);
			if (at < 0) continue;
			const insideWhole = open.slice(0, at).some(({ role }) => role && whole.includes(role));
			if (!inline.test(name) && !insideWhole) flush();
			open.length = at;
			continue;
		}
		const read = (attribute: string) => {
			const found = new RegExp(`(?:^|\\s)${attribute}(?:="([^"]*)"|='([^']*)'|(?=\\s|$))`).exec(attributes);
			return found && decode(found[1] ?? found[2] ?? '');
		};
		const insideWhole = open.some(({ role }) => role && whole.includes(role));
		if (!inline.test(name) && !insideWhole && !isMute()) flush();
		const role: Role | undefined = read('role') === 'img' ? 'image' : roles[name];
		const hidden = silent.test(name) || read('aria-hidden') === 'true' || read('hidden') !== null || read('type') === 'hidden';
		const label = read('aria-label') ?? (name === 'img' ? read('alt') : null);
		const muted = isMute() || hidden;
		if (!muted && label) {
			if (insideWhole) words += ` ${label}`;
			else said.push({ role: role ?? 'region', text: label });
		}
		if (!muted && name === 'input') option = /radio|checkbox/.test(read('type') ?? '') ? 'choice' : 'input';
		const replaced = Boolean(label) && role !== undefined && role !== 'region' && role !== 'item';
		if (!empty.test(name) && !selfClosing)
			open.push({ name, ...(role && { role }), mute: hidden || replaced || (name === 'svg' && !label) });
	}
	flush();
	return said;
}

function decode(text: string): string {
	return text.replace(/&(#?\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
