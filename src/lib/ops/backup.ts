// What backups are called and how long they are kept.
import { databaseNames, type DatabaseName } from './database-names';

export interface BackupFile {
	name: DatabaseName;
	/** UTC, as it stands in the file's name: `2026-11-26-031207`. */
	madeAt: string;
	file: string;
}

/**
 * Backups of each database that stay in the folder. Two of the voices: who holds many could subtract one from the next, and see
 * what a day brought. Two of the sentences: nobody's words wait anywhere for longer than 30 days.
 */
export const generations: Record<DatabaseName, number> = { accounts: 7, voices: 2, live: 2, moderation: 2 };

/** Of live.db, meetings of the moment with the animals and answers of those in the room stay out: its records of counts are kept. */
export const liveTablesKept = ['record'];

export function backupName(name: DatabaseName, at: Date): string {
	const stamp = at.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
	return `${name}-${stamp}.db.gz.age`;
}

/** The backups among the names of a folder, newest first. */
export function listBackups(files: string[]): BackupFile[] {
	const pattern = new RegExp(`^(${databaseNames.join('|')})-(\\d{4}-\\d\\d-\\d\\d-\\d{6})\\.db\\.gz\\.age$`);
	return files
		.flatMap((file) => {
			const [, name, madeAt] = pattern.exec(file) ?? [];
			return name && madeAt ? [{ name: name as DatabaseName, madeAt, file }] : [];
		})
		.sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/** What goes once there are more than `keep` of a database. */
export function listOutdated(files: string[], name: DatabaseName, keep: number): string[] {
	return listBackups(files)
		.filter((backup) => backup.name === name)
		.slice(keep)
		.map(({ file }) => file);
}
