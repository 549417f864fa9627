import type { Account } from '$lib/auth/account';
import type { AuthSession } from '$lib/auth/auth-session.server';
import type { Locale } from '$lib/i18n/locales';

declare global {
	namespace App {
		interface Locals {
			/** Of this request; in every log line and on error pages. */
			requestId: string;
			/** Of the address, else the one that the browser asks for. */
			locale: Locale;
			/** What this browser's cookie stands for, a sign-in that is half-way included. */
			authSession: AuthSession | null;
			/** The signed-in account, of those with a responsibility; learners never have one. Null until a sign-in is complete. */
			account: Account | null;
			/** True when the data folder was filled by the fictional demo. */
			demo: boolean;
		}
		interface Error {
			id: string;
			message: string;
		}
	}
}

export {};
