// What may stand inside a line: text, bold, italics, line breaks, links to pages of this site. Everything else is reported, and
// comes out as plain text whatever happens: no markup but ours ever reaches a page.
import type { PhrasingContent } from 'mdast';
import type { Place } from './finding';
import { escapeHtml } from './html';
import { placeOf } from './markdown';

const internalLink = /^\/(?!\/)[a-z0-9/-]*(#[a-z0-9-]+)?$/;

/** HTML of a line; links point to the pages of the given language. */
export function renderInline(nodes: PhrasingContent[], locale: string): string {
	return nodes.map((node) => renderNode(node, locale)).join('');
}

function renderNode(node: PhrasingContent, locale: string): string {
	switch (node.type) {
		case 'text':
			return escapeHtml(node.value.replace(/\s*\n\s*/g, ' '));
		case 'break':
			return '<br>';
		case 'strong':
			return `<strong>${renderInline(node.children, locale)}</strong>`;
		case 'emphasis':
			return `<em>${renderInline(node.children, locale)}</em>`;
		case 'link': {
			const words = renderInline(node.children, locale);
			return internalLink.test(node.url) ? `<a href="/${locale}${escapeHtml(node.url)}">${words}</a>` : words;
		}
		default:
			return escapeHtml(toPlainText([node]));
	}
}

/** The words of a line without any mark. */
export function toPlainText(nodes: PhrasingContent[]): string {
	return nodes
		.map((node) => {
			if ('children' in node) return toPlainText(node.children);
			if (node.type === 'break') return ' ';
			return 'value' in node ? node.value.replace(/\s*\n\s*/g, ' ') : '';
		})
		.join('');
}

/** The line back as CommonMark, in one canonical way: this is what translators see, however the author broke the lines. */
export function toMarks(nodes: PhrasingContent[]): string {
	return nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return escapeMarks(node.value.replace(/\s*\n\s*/g, ' '));
				case 'break':
					return '\\\n';
				case 'strong':
					return `**${toMarks(node.children)}**`;
				case 'emphasis':
					return `*${toMarks(node.children)}*`;
				case 'link':
					return `[${toMarks(node.children)}](${node.url})`;
				default:
					return escapeMarks(toPlainText([node]));
			}
		})
		.join('')
		.trim();
}

function escapeMarks(text: string): string {
	return text
		.replace(/\\(?=[!-/:-@[-`{-~]|$)|[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|(?<=\])\(/giu, '\\$&')
		.replace(/&(?=#?\w+;)/g, '&amp;');
}

/** Where each link of a line points to, in alphabetical order. */
export function listLinks(nodes: PhrasingContent[]): string[] {
	return nodes
		.flatMap((node) => ('children' in node ? [...(node.type === 'link' ? [node.url] : []), ...listLinks(node.children)] : []))
		.sort();
}

/** What a line holds that it may not, each with its place. */
export function listForbidden(nodes: PhrasingContent[]): { at: Place; message: string }[] {
	return nodes.flatMap((node) => {
		const at = placeOf(node);
		const inner = 'children' in node ? listForbidden(node.children) : [];
		switch (node.type) {
			case 'text':
			case 'break':
			case 'strong':
			case 'emphasis':
				return inner;
			case 'link':
				if (internalLink.test(node.url) && !node.title) return inner;
				return [{ at, message: `the link to “${node.url}” doesn’t point to a page of this site, like /help` }, ...inner];
			case 'html':
				return [{ at, message: `“${node.value}” is not allowed inside text` }];
			case 'inlineCode':
				return [{ at, message: `\`${node.value}\` can’t stand inside text: annotations belong to choices, nodes and shots` }];
			default:
				return [{ at, message: `${node.type} is not allowed inside text` }, ...inner];
		}
	});
}
