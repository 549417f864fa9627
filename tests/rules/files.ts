// Rules about files and what stands in them: size, names, words, styles.
import { parse, type AST } from 'svelte/compiler';
import type { Files, Violation } from './source';

const mostLines = 300;

/** The fixed top level (docs/architecture.md); files whose name begins with a dot are free. */
export const topLevel = [
	...['src', 'static', 'content', 'drizzle', 'tests', 'docs', 'scripts'],
	...['svelte.config.js', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'server.mjs'],
	...['README.md', 'LICENSE', 'CONTRIBUTING.md']
];

export function checkTopLevel(names: string[]): Violation[] {
	return names
		.filter((name) => !name.startsWith('.') && !topLevel.includes(name))
		.map((file) => ({
			file,
			message: 'is not part of the fixed top level: put it into src, tests, scripts, docs or a dot folder.'
		}));
}

export function checkLength(files: Files): Violation[] {
	return [...files]
		.map(([file, text]) => ({ file, lines: text.split('\n').length }))
		.filter(({ lines }) => lines > mostLines + 1)
		.map(({ file, lines }) => ({ file, message: `has ${lines} lines, more than ${mostLines}: split it by noun.` }));
}

export function checkNames(files: Files): Violation[] {
	const found: Violation[] = [];
	for (const file of files.keys()) {
		const name = file.split('/').pop() ?? '';
		if (file.startsWith('src/lib/') && /^index\.(ts|js)$/.test(name)) {
			found.push({ file, message: 'is a barrel: import the file that holds the thing.' });
		}
		const component = /^(\+[a-z]+|[A-Z][A-Za-z0-9]*)\.svelte(\.test\.ts)?$/;
		const other = /^\+?[a-z0-9.-]+$/;
		const right = component.test(name) || (!name.endsWith('.svelte') && other.test(name));
		if (file.startsWith('src/') && !right) {
			found.push({ file, message: 'is misnamed: kebab-case files, PascalCase components.' });
		}
		if (/(^|\/)(utils?|helpers?|misc|common)(\/|\.ts$)/.test(file)) {
			found.push({ file, message: 'is a bag: name the one concept it is about.' });
		}
	}
	return found;
}

/** "Session" alone can mean a sign-in, a meeting or a plan: each has a name of its own. */
export function checkWords(files: Files): Violation[] {
	const ambiguous = /(?<![A-Za-z_-])sessions?(?![A-Za-z])(?!-)/i;
	return [...files]
		.filter(([file]) => /^src\/.*\.(ts|svelte)$/.test(file) && file !== 'src/lib/auth/auth-session.server.ts')
		.flatMap(([file, text]) => {
			const line = text.split('\n').findIndex((each) => ambiguous.test(each)) + 1;
			return line ? [{ file, message: `line ${line} says "session" alone: say authSession, live or plan.` }] : [];
		});
}

export function checkStyles(files: Files): Violation[] {
	const physical =
		/(?<![-\w])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)|(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right))/;
	return [...files].flatMap(([file, text]) => {
		if (!file.startsWith('src/') || !/\.(css|svelte)$/.test(file)) return [];
		const css = file.endsWith('.css')
			? text
			: [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('\n');
		const match = physical.exec(css);
		return match
			? [{ file, message: `uses "${match[0].trim()}": logical properties work right to left (inline-start, inline-end).` }]
			: [];
	});
}

/** Words that a person reads come from message files, so that every language has them. */
export function checkLiterals(files: Files): Violation[] {
	return [...files]
		.filter(([file]) => file.endsWith('.svelte') && file.startsWith('src/') && !file.startsWith('src/routes/styleguide/'))
		.flatMap(([file, text]) => {
			const words = findLiteral(parse(text, { modern: true }).fragment);
			return words
				? [{ file, message: `says "${words}" itself: put the words into content/messages and use t('area.key').` }]
				: [];
		});
}

const spoken = new Set(['alt', 'aria-label', 'placeholder', 'title', 'label', 'aria-description']);
const letters = /\p{L}{2,}/u;

function findLiteral(node: unknown): string | null {
	if (typeof node !== 'object' || node === null) return null;
	if (Array.isArray(node)) return node.map(findLiteral).find((words) => words !== null) ?? null;
	const { type } = node as { type?: string };
	if (type === 'Text') {
		const { data } = node as AST.Text;
		return letters.test(data) && data.trim() !== 'relais' ? data.trim().slice(0, 40) : null;
	}
	if (type === 'Attribute') {
		const { name, value } = node as AST.Attribute;
		return spoken.has(name) && Array.isArray(value) ? findLiteral(value) : null;
	}
	if (type === 'ExpressionTag' || type === 'Comment') return null;
	const children = ['fragment', 'nodes', 'attributes', 'consequent', 'alternate', 'body', 'fallback', 'pending', 'then', 'catch'];
	return children.map((child) => findLiteral((node as Record<string, unknown>)[child])).find((words) => words !== null) ?? null;
}
