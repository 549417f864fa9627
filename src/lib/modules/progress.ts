// What a device remembers of the modules played on it. It stays on the device: the server never sees a path or an ending
// of one person. Read by the player, the module list (ticks) and the memo.
import { createStored, type Stored } from '$lib/offline/stored';

export interface ModuleProgress {
	/** Version of the module when the path was taken; a newer one may have moved things. */
	moduleVersion: number;
	/** Ids of the choices taken in the current play, from the start. */
	path: string[];
	/** Ids of the endings ever reached on this device. */
	endings: string[];
	/** True once an ending was reached. */
	done: boolean;
	/** True while the current play is this device's first, without a step back. */
	first: boolean;
	/** Nodes whose choice was counted for the group in the current play and attempt; '' stands for its start. */
	counted: string[];
	/** The last path that led to each ending; missing where it was reached on another device or before this was kept. */
	ways?: Record<string, string[]>;
}

export interface Progress {
	modules: Record<string, ModuleProgress>;
}

export const noProgress: Progress = { modules: {} };

/** Opens the device's progress; never throws. `problem` says when damaged data were set aside. */
export function openProgress(): Stored<Progress> {
	return createStored<Progress>('progress', { version: 1, empty: noProgress, read: readProgress });
}

/** Progress from stored data of this version or of version 0; null when it makes no sense. */
export function readProgress(data: unknown, version: number): Progress | null {
	const migrated = version === 0 ? migrateFrom0(data) : data;
	if (!isRecord(migrated) || !isRecord(migrated.modules)) return null;
	return Object.values(migrated.modules).every(isModuleProgress) ? (migrated as unknown as Progress) : null;
}

/** What the device remembers of one module; null when it was never played here. */
export function findModuleProgress(progress: Progress, moduleId: string): ModuleProgress | null {
	return Object.hasOwn(progress.modules, moduleId) ? (progress.modules[moduleId] ?? null) : null;
}

/** The progress with one module's part replaced. */
export function withModuleProgress(progress: Progress, moduleId: string, part: ModuleProgress): Progress {
	return { modules: { ...progress.modules, [moduleId]: part } };
}

/** Version 0 kept modules flat and knew neither attempts nor completion; both follow from the endings. */
function migrateFrom0(data: unknown): unknown {
	if (!isRecord(data)) return null;
	const modules: Record<string, unknown> = {};
	for (const [id, old] of Object.entries(data)) {
		if (!isRecord(old)) return null;
		const done = Array.isArray(old.endings) && old.endings.length > 0;
		modules[id] = { moduleVersion: old.version, path: old.path, endings: old.endings, done, first: !done, counted: [] };
	}
	return { modules };
}

function isModuleProgress(value: unknown): value is ModuleProgress {
	if (!isRecord(value)) return false;
	const { moduleVersion, path, endings, done, first, counted, ways = {} } = value;
	if (!isRecord(ways)) return false;
	const lists = [path, endings, counted, ...Object.values(ways)].every(isList);
	return Number.isInteger(moduleVersion) && lists && typeof done === 'boolean' && typeof first === 'boolean';
}

function isList(value: unknown): boolean {
	return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
