package dev.tranche.syntax;

/** How a clause depends on its parent. */
public enum Link {
    /** It depends on nothing. */
    ROOT,
    /** It is joined to its parent by "and", "or", "but", a comma or a semicolon, at the same rank. */
    COORDINATED,
    /** It is what its parent says, thinks, wants, agrees or plans: "said (that) …", "agreed to …". */
    COMPLEMENT,
    /** An infinitive of purpose or after a noun: "money to rebuild", "voted to". */
    INFINITIVE,
    /** It describes a noun with "who", "which", "that". */
    RELATIVE,
    /** It describes a noun or its parent by a participle: "weapons worth", "aid approved by", ", bringing the total to". */
    PARTICIPLE,
    /** It is the condition of its parent: "if", "unless", "had parliament agreed". */
    CONDITION,
    /** Any other subordinate clause: "after", "because", "as", "while". */
    ADVERBIAL
}
