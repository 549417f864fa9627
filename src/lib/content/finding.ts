// What the checker has to say about a place in a file.
import { codes, type Code, type Severity } from './codes';

/** A place in a file; line and column count from 1, as editors do. */
export interface Place {
	line: number;
	column: number;
	/** Where that is not the file of the report. */
	file?: string;
}

export interface Finding extends Place {
	code: Code;
	severity: Severity;
	file: string;
	message: string;
	remedy: string;
}

/** Collects the findings of one file. */
export class Report {
	readonly findings: Finding[] = [];

	constructor(readonly file: string) {}

	add(code: Code, at: Place, message: string): void {
		// A choice with several versions is one line of the file: what is wrong with it is said once.
		if (this.findings.some((known) => known.code === code && known.message === message && isSamePlace(known, at))) return;
		const { severity, remedy } = codes[code];
		this.findings.push({ code, severity, file: at.file ?? this.file, line: at.line, column: at.column, message, remedy });
	}
}

function isSamePlace(one: Place, other: Place): boolean {
	return one.line === other.line && one.column === other.column;
}

/** One line for a terminal: `file:line:column E103 error: message — remedy`. */
export function formatFinding({ file, line, column, code, severity, message, remedy }: Finding): string {
	return `${file}:${line}:${column} ${code} ${severity}: ${message} — ${remedy}`;
}

/** Whether a list of findings holds an error (warnings let a build pass). */
export function hasError(findings: Finding[]): boolean {
	return findings.some(({ severity }) => severity === 'error');
}
