// A network of invented organisations in rows, written in bulk. Half of all groups belong to the first organisation: a list is as
// slow as its largest case.
import { randomBytes } from 'node:crypto';
import { accountTable } from '../lib/auth/tables.server';
import type { Role } from '../lib/auth/account';
import { makeCode } from '../lib/groups/code';
import { codeLifetime, settings } from '../lib/groups/group';
import { presets } from '../lib/groups/organisation';
import { groupCoachTable, groupTable, organisationTable } from '../lib/groups/tables.server';
import { addDays, dayOf } from '../lib/i18n/day';
import { auditTable } from '../lib/ops/tables.server';
import { markDemo, type Instance } from '../lib/ops/instance.server';
import { planTable } from '../lib/planning/tables.server';
import { choiceCountTable, participationCountTable, shownChoicesTable } from '../lib/voices/tables.server';
import { SeedError, isEmpty } from './demo';
import { safeguarding } from './demo-data';
import { seededRandom } from './demo-plays';

export const largeScales = [1, 10, 100] as const;
export type LargeScale = (typeof largeScales)[number];

/** The accounts that a bench signs in as; both of the first organisation. */
export const largeIds = { organisation: 'large-0', coordinator: 'large-coordinator', coach: 'large-coach', peer: 'large-peer' };

/** Groups of the coach that a bench signs in as, and modules begun in each. */
const coached = { groups: 40, modules: 20 };
const perScale = { organisations: 5, groups: 50, accounts: 200 };

/** Rows that one statement takes. */
const chunk = 200;

/** Fills the empty folder. Throws SeedError on one that holds anything. */
export async function seedLarge(instance: Instance, scale: LargeScale, slugs: readonly string[], now: Date): Promise<object> {
	if (!(await isEmpty(instance)))
		throw new SeedError('The data folder already holds something.', 'Set DATA_DIR to an empty folder.');
	await markDemo(instance);
	const random = seededRandom(scale);
	const draw = (below: number) => Math.floor(random() * below);
	const [organisations, groups, accounts] = [perScale.organisations * scale, perScale.groups * scale, perScale.accounts * scale];
	const organisationOf = (index: number) => (index % 2 ? largeIds.organisation : `large-${draw(organisations)}`);
	const organisationRows = Array.from({ length: organisations }, (_, index) => ({
		id: `large-${index}`,
		name: `Démo · Organisation ${index}`,
		...safeguarding,
		createdAt: now
	}));
	const groupRows = Array.from({ length: groups }, (_, index) => {
		const setting = settings[draw(settings.length)] ?? 'other';
		const openedAt = index % 11 ? new Date(now.getTime() - draw(300) * 86_400_000) : null;
		return {
			id: `large-group-${index}`,
			organisationId: index < coached.groups ? largeIds.organisation : organisationOf(index),
			name: `Démo Groupe ${index}`,
			setting,
			code: makeCode(draw),
			codeExpiresAt: new Date(now.getTime() + (draw(200) - 20) * 86_400_000 + codeLifetime / 100),
			key: randomBytes(16).toString('base64url'),
			createdAt: now,
			openedAt,
			...presets[setting],
			languages: [...presets[setting].languages]
		};
	});
	const account = (id: string, role: Role, organisationId: string, groupId: string | null = null) => {
		return {
			id,
			username: `${id} demo`,
			name: `${id} (démo)`,
			role,
			organisationId,
			groupId,
			passphraseHash: '',
			createdAt: now
		};
	};
	const named = [
		account(largeIds.coordinator, 'coordinator', largeIds.organisation),
		account(largeIds.coach, 'coach', largeIds.organisation),
		account(largeIds.peer, 'peer-expert', largeIds.organisation, 'large-group-1')
	];
	const others = Array.from({ length: accounts - named.length }, (_, index) => {
		const group = groupRows[index % groups];
		// A third coach, the others stand by a group: two each at most.
		if (index % 3 === 0 || index >= groups * 3) return account(`large-coach-${index}`, 'coach', organisationOf(index));
		return account(`large-peer-${index}`, 'peer-expert', group?.organisationId ?? largeIds.organisation, group?.id ?? null);
	});
	const coaches = others.filter(({ role }) => role === 'coach');
	const places = groupRows.flatMap(({ id, organisationId }, index) => {
		if (index < coached.groups) return [{ groupId: id, accountId: largeIds.coach }];
		const coach = coaches.slice(draw(coaches.length)).find((each) => each.organisationId === organisationId);
		return coach ? [{ groupId: id, accountId: coach.id }] : [];
	});
	const plans = groupRows.slice(0, coached.groups).flatMap(({ id }, index) =>
		[-100, -25, -3, 2, 9].map((days, at) => ({
			id: `large-plan-${index}-${at}`,
			groupId: id,
			on: addDays(dayOf(now), days - draw(3)),
			starts: '16:30',
			kit: slugs[draw(slugs.length)] ?? '',
			intensity: 2,
			coachPresent: at % 2 === 0,
			state: days < -20 ? ('held' as const) : ('planned' as const)
		}))
	);
	const acts = Array.from({ length: groups }, (_, index) => ({
		at: new Date(now.getTime() - index * 60_000),
		act: 'group-create' as const,
		actorId: largeIds.coordinator,
		organisationId: organisationOf(index),
		subject: `Démo Groupe ${index}`
	}));
	await instance.accounts.write(async (tx) => {
		const insert = async <Row>(rows: readonly Row[], write: (part: Row[]) => PromiseLike<unknown>) => {
			for (let at = 0; at < rows.length; at += chunk) await write(rows.slice(at, at + chunk));
		};
		await insert(organisationRows, (part) => tx.insert(organisationTable).values(part));
		await insert(groupRows, (part) => tx.insert(groupTable).values(part));
		await insert([...named, ...others], (part) => tx.insert(accountTable).values(part));
		await insert(places, (part) => tx.insert(groupCoachTable).values(part));
		await insert(plans, (part) => tx.insert(planTable).values(part));
		await insert(acts, (part) => tx.insert(auditTable).values(part));
	});
	await seedCounts(instance, slugs, draw);
	return { organisations, groups, accounts };
}

/** Twenty modules in each of forty groups, the real ones first, with twelve places each. */
async function seedCounts({ voices }: Instance, slugs: readonly string[], draw: (below: number) => number): Promise<void> {
	const modules = Array.from({ length: coached.modules }, (_, index) => slugs[index] ?? `demo-module-${index}`);
	const common = { organisationId: largeIds.organisation, period: '2026-27/Q1', version: 1 };
	for (let group = 0; group < coached.groups; group++) {
		const groupId = `large-group-${group}`;
		const participation = modules.map((module) => ({
			...common,
			groupId,
			module,
			locale: 'fr',
			attempt: 'first' as const,
			started: 5 + draw(20),
			completed: draw(10)
		}));
		const choices = modules.flatMap((module) =>
			Array.from({ length: 12 }, (_, node) =>
				['a', 'b', 'c'].map((choice) => ({ groupId, module, node: `place-${node}`, choice, count: 1 + draw(8) }))
			).flat()
		);
		await voices.write(async (tx) => {
			await tx.insert(participationCountTable).values(participation);
			await tx.insert(shownChoicesTable).values(choices);
			await tx.insert(choiceCountTable).values(choices.map((row) => ({ ...common, ...row })));
		});
	}
}
