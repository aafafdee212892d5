package dev.tranche.syntax;

import dev.tranche.mention.Words;

/** Builds clauses from groups and verbs in one walk from left to right. */
final class ClauseBuilder {

    /** Prepositions after which the group directly before is meant: "to which", not "from which" or "of which". */
    private static final Words GOAL = Words.of("to for towards toward");

    private static final Words WHERE = Words.of("where");
    private static final Words GAP = Words.of("that which who whom");

    private final Walk walk;
    private final GroupRoles roles;
    private final FiniteVerbs finite;
    private final BareVerbs bare;

    ClauseBuilder(Atoms atoms, Chunker chunker) {
        walk = new Walk(atoms, chunker);
        roles = new GroupRoles(walk);
        finite = new FiniteVerbs(walk);
        bare = new BareVerbs(walk, finite);
    }

    /** Builds the clauses and returns what is known about them. */
    Walk run() {
        for (int i = 0; i < walk.units.size(); i++) {
            Unit unit = walk.units.get(i);
            Frame old = walk.top;
            switch (unit.kind()) {
                case GROUP -> roles.group(walk.ahead.groupOf(i), i);
                case VERB -> verb(walk.ahead.verbOf(i), i);
                case SUB -> subordinate(i);
                case WH -> relative(i);
                case COMMA -> walk.top.comma |= walk.top.hasVerb();
                case STOP -> stop(i);
                case AND, PREP, OTHER -> {}
            }
            if (!unit.is(Unit.Kind.STOP) && !unit.is(Unit.Kind.COMMA) && !unit.is(Unit.Kind.AND)) {
                Frame covered =
                        unit.is(Unit.Kind.GROUP) && walk.late != null && walk.late == unit.group() ? old : walk.top;
                covered.cover(unit.atom(), unit.end());
            }
        }
        return walk;
    }

    private void verb(VerbGroup verb, int i) {
        if (walk.late == null && finite.mergeQuestion(verb, i)) {
            return;
        }
        if (verb.preposition >= 0) {
            bare.gerund(verb, i);
        } else if (verb.infinitive) {
            bare.infinitive(verb, i);
        } else if (finite.isFinite(verb, i)) {
            finite.finite(verb, i);
        } else {
            bare.participle(verb, i);
        }
    }

    private void subordinate(int i) {
        String role = walk.atoms.lemma[walk.units.get(i).atom()];
        walk.late = null;
        Frame parent = walk.top;
        if (role.equals("that")
                && walk.kind(i - 1) == Unit.Kind.GROUP
                && !(parent.hasVerb() && walk.takesClause(parent))) {
            relative(i);
            return;
        }
        if (walk.kind(i - 1) == Unit.Kind.AND
                && role.equals("that")
                && parent.link == Link.COMPLEMENT
                && parent.parent != null) {
            parent = parent.parent;
        }
        Link link = role.equals("condition")
                ? Link.CONDITION
                : role.equals("that") && parent.hasVerb() ? Link.COMPLEMENT : Link.ADVERBIAL;
        Frame frame = walk.open(link, parent, parent);
        frame.orphan = !parent.hasVerb() && parent.before.isEmpty();
        walk.top = frame;
    }

    private void relative(int i) {
        int atom = walk.units.get(i).atom();
        boolean fronted = walk.atoms.is(atom - 1, WordClass.PREP);
        Group described = walk.ahead.described(i);
        walk.late = null;
        boolean said = described != null
                && walk.kind(i - 1) == Unit.Kind.GROUP
                && walk.kind(i + 1) == Unit.Kind.GROUP
                && (walk.language.is(walk.atoms.lemmaAs(described.head, WordClass.BASE), VerbClass.SPEECH)
                        || walk.language.is(walk.atoms.lemmaAs(described.head, WordClass.BASE), VerbClass.THOUGHT));
        Frame frame = walk.open(described == null || said ? Link.COMPLEMENT : Link.RELATIVE, walk.top, walk.top);
        frame.orphan = !walk.top.hasVerb() && walk.top.before.isEmpty();
        frame.antecedent = described;
        boolean where = WHERE.at(walk.atoms.tokens, walk.atoms.start[atom]);
        boolean goal = fronted && GOAL.at(walk.atoms.tokens, walk.atoms.start[atom - 1]);
        frame.role = goal ? atom - 1 : where ? atom : -1;
        frame.gap =
                !fronted && GAP.at(walk.atoms.tokens, walk.atoms.start[atom]) && walk.kind(i + 1) == Unit.Kind.GROUP;
        walk.top = frame;
    }

    private void stop(int i) {
        char sign = walk.atoms
                .tokens
                .text()
                .charAt(walk.atoms.tokens.start(
                        walk.atoms.start[walk.units.get(i).atom()]));
        if (sign == '(' || sign == '[') {
            walk.bracket = walk.top;
            walk.top = walk.open(Link.ROOT, null, null);
            walk.late = null;
            return;
        }
        Frame saved = walk.bracket;
        if ((sign == ')' || sign == ']') && saved != null) {
            walk.top = saved;
            walk.bracket = null;
            walk.late = null;
            return;
        }
        walk.late = null;
        Frame root = Walk.root(walk.top);
        if (sign == ':'
                && !root.hasVerb()
                && root.before.size() == 1
                && walk.atoms.actor[root.before.get(0).head] != null
                && i + 1 < walk.units.size()) {
            root.subjects.addAll(root.before);
            walk.attribution = root;
        }
        walk.top = walk.open(Link.ROOT, null, null);
    }
}
