// evidence: neutral.tools/own-registry
export class SkillRegistry {
  skills: Skill[] = [];
}

// ok: neutral.tools/own-registry
export class SkillManager {
  skills: Skill[] = [];
}
