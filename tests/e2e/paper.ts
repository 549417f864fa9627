// Prints a page as a browser does that was told nothing (without backgrounds), and looks at the sheets: their size, what a camera reads on
// them, where there is ink. What needs Debian's poppler-utils or zbar-tools is left out, with a notice, where they aren't installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './test';

/** In points: A4 and A3, as a PDF writes them. */
const sizes = { a4: [595, 842], a3: [842, 1191] } as const;
/** In dots per inch: what an old printer or a poor camera makes of it. */
const resolution = 150;

export interface Paper {
	sheets: string[];
	/** Null where nothing can read them. */
	codes: string[] | null;
	/** The darkest grey (0 is black, 255 white) in a box of the first sheet, in millimetres; null where nothing can draw it. */
	darkest: ((x: number, y: number, width: number, height: number) => number) | null;
}

/** Kept in PDF_FOLDER where there is one, under this name. */
export async function print(page: Page, path: string, name: string): Promise<Paper> {
	await page.goto(path);
	await expectNothingForScreens(page);
	// A folder for each: tests of a file run side by side.
	const folder = mkdtempSync(join(tmpdir(), 'relais-documents-'));
	const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	const file = join(process.env.PDF_FOLDER ?? folder, `${name}.pdf`);
	writeFileSync(file, bytes);
	const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
	const sheets = boxes.map(([, width, height]) => {
		const near = Object.entries(sizes).find(([, [w, h]]) => Math.abs(Number(width) - w) < 3 && Math.abs(Number(height) - h) < 3);
		return near?.[0] ?? `${width} x ${height}`;
	});
	const pictures = draw(file, folder);
	const paper = { sheets, codes: scan(pictures), darkest: look(pictures[0]) };
	rmSync(folder, { recursive: true });
	return paper;
}

/** On paper nothing can be pressed. */
async function expectNothingForScreens(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	const controls = page.locator('button, input, select, [data-screen-only]').filter({ visible: true });
	await expect(controls).toHaveCount(0);
	await expect(page.getByText('Ctrl + P').filter({ visible: true })).toHaveCount(0);
	await page.emulateMedia({ media: null });
}

function draw(file: string, folder: string): string[] {
	const drawn = spawnSync('pdftoppm', ['-r', String(resolution), '-gray', file, join(folder, 'sheet')]);
	if (drawn.status !== 0) console.log('poppler-utils are not installed: papers were not looked at.');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.pgm'))
		.sort()
		.map((name) => join(folder, name));
}

function scan(pictures: string[]): string[] | null {
	if (pictures.length === 0) return null;
	const read = spawnSync('zbarimg', ['--quiet', '--raw', ...pictures], { encoding: 'utf8' });
	if (read.error) console.log('zbar-tools are not installed: the QR codes of papers were not scanned.');
	return read.error ? null : read.stdout.trim().split('\n');
}

/** Reads a grey picture as pdftoppm writes it (PGM, P5). */
function look(picture: string | undefined): Paper['darkest'] {
	if (picture === undefined) return null;
	const bytes = readFileSync(picture);
	const [head = '', across = '0'] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
	const dots = (millimetres: number) => Math.round((millimetres / 25.4) * resolution);
	return (x, y, width, height) => {
		let darkest = 255;
		for (let row = dots(y); row <= dots(y + height); row++)
			for (let column = dots(x); column <= dots(x + width); column++)
				darkest = Math.min(darkest, bytes[head.length + row * Number(across) + column] ?? 255);
		return darkest;
	};
}
