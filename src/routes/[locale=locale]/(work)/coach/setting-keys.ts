// The words for a setting.
import type { Setting } from '$lib/groups/group';
import type { Key } from '$lib/i18n/translator';

export const settingKeys: Record<Setting, Key> = {
	shelter: 'coach.settingShelter',
	'youth-service': 'coach.settingYouthService',
	school: 'coach.settingSchool',
	scouts: 'coach.settingScouts',
	other: 'coach.settingOther'
};
