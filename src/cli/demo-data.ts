// The people and groups of the demo: all invented, all named "Démo". Passphrases stand here in the open, which is why a demo
// says on every page that it is one.
import type { Role } from '../lib/auth/account';
import type { Setting } from '../lib/groups/group';

export const moduleSlug = 'le-groupe-s-enflamme';

export const organisations = [
	{ id: 'demo-tilleuls', name: 'Démo · Réseau d’accueil Les Tilleuls' },
	{ id: 'demo-canal', name: 'Démo · Jeunesse du Canal' },
	{ id: 'demo-dunes', name: 'Démo · Maison des Dunes' }
] as const;

/** What both have said about safeguarding: invented, like everything here. */
export const safeguarding = {
	agreedOn: '2026-09-01',
	contact: 'Fatou (démo), responsable protection',
	contactPhone: '000 00 00 00 (numéro inventé)',
	procedure:
		'Le jour même, la coach prévient Fatou (démo). Ensemble, elles écrivent ce qui a été dit, sans interprétation, et décident qui appeler. En cas de danger : 112 ou 101 d’abord.'
};

export type OrganisationId = (typeof organisations)[number]['id'];

export interface DemoAccount {
	username: string;
	passphrase: string;
	name: string;
	role: Role;
	organisationId: OrganisationId;
	/** Of a peer expert. */
	groupId?: string;
}

export const accounts: DemoAccount[] = [
	{
		username: 'demo-nadia',
		passphrase: 'lune tambour citron velo',
		name: 'Nadia (démo)',
		role: 'coach',
		organisationId: 'demo-tilleuls'
	},
	{
		username: 'demo-bruno',
		passphrase: 'gare pinceau nuage tasse',
		name: 'Bruno (démo)',
		role: 'coach',
		organisationId: 'demo-tilleuls'
	},
	{
		username: 'demo-salma',
		passphrase: 'sable fanfare cerise pont',
		name: 'Salma (démo)',
		role: 'coach',
		organisationId: 'demo-canal'
	},
	{
		username: 'demo-claire',
		passphrase: 'plume wagon melon phare',
		name: 'Claire (démo)',
		role: 'coordinator',
		organisationId: 'demo-tilleuls'
	},
	{
		username: 'demo-marc',
		passphrase: 'vague bonnet radis lampe',
		name: 'Marc (démo)',
		role: 'coordinator',
		organisationId: 'demo-canal'
	},
	{
		username: 'demo-reseau',
		passphrase: 'colline plateau genou fusee',
		name: 'Inès (démo)',
		role: 'network-admin',
		organisationId: 'demo-tilleuls'
	},
	{
		username: 'renard bleu demo',
		passphrase: 'papier tortue valise neige',
		name: 'Renard bleu (démo)',
		role: 'peer-expert',
		organisationId: 'demo-tilleuls',
		groupId: 'demo-renard'
	},
	{
		username: 'loutre verte demo',
		passphrase: 'moulin cactus etoile banc',
		name: 'Loutre verte (démo)',
		role: 'peer-expert',
		organisationId: 'demo-tilleuls',
		groupId: 'demo-renard'
	},
	{
		username: 'pinson gris demo',
		passphrase: 'foulard igloo prune canot',
		name: 'Pinson gris (démo)',
		role: 'peer-expert',
		organisationId: 'demo-tilleuls',
		groupId: 'demo-loutre'
	}
];

/** Meetings of the demo: days from the day of seeding. */
export const plans = [
	{ groupId: 'demo-renard', days: -21, state: 'held', coachPresent: true },
	{ groupId: 'demo-renard', days: 2, state: 'planned', coachPresent: true },
	{ groupId: 'demo-loutre', days: -3, state: 'planned', coachPresent: true },
	{ groupId: 'demo-libellule', days: -91, state: 'held', coachPresent: true }
] as const;

/** Training days of the first organisation. */
export const trainingDays = [
	{ days: -30, programme: 'day-1', young: 9, adults: 4 },
	{ days: -9, programme: 'day-2', young: 8, adults: 4 },
	{ days: 6, programme: 'day-3', young: null, adults: null }
] as const;

export interface DemoGroup {
	id: string;
	name: string;
	setting: Setting;
	organisationId: OrganisationId;
	coach: string;
	code: string;
	/** First plays begun; some stop before an ending, some are followed by a second play. */
	plays: number;
}

const tilleuls = { setting: 'shelter', organisationId: 'demo-tilleuls' } as const;
const canal = { organisationId: 'demo-canal', coach: 'demo-salma' } as const;

export const groups: DemoGroup[] = [
	{ id: 'demo-renard', name: 'Démo Renard', ...tilleuls, coach: 'demo-nadia', code: '23456789', plays: 17 },
	{ id: 'demo-loutre', name: 'Démo Loutre', ...tilleuls, coach: 'demo-nadia', code: 'K7PM3XRD', plays: 9 },
	{ id: 'demo-herisson', name: 'Démo Hérisson', ...tilleuls, coach: 'demo-nadia', code: 'H4TQ8WVN', plays: 3 },
	{ id: 'demo-chouette', name: 'Démo Chouette', ...tilleuls, coach: 'demo-bruno', code: 'C9BX2MFE', plays: 12 },
	{ id: 'demo-pinson', name: 'Démo Pinson', ...tilleuls, coach: 'demo-bruno', code: 'P6ZR5YKG', plays: 0 },
	{ id: 'demo-ecureuil', name: 'Démo Écureuil', ...canal, setting: 'youth-service', code: 'E3UJ7NAS', plays: 8 },
	{ id: 'demo-libellule', name: 'Démo Libellule', ...canal, setting: 'school', code: 'B8VD4HPC', plays: 24 },
	{ id: 'demo-castor', name: 'Démo Castor', ...canal, setting: 'scouts', code: 'T5WF9KQB', plays: 14 }
];
