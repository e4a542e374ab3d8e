/// The two grades of a source evaluation; which codes exist depends on its scheme, and grades of one
/// scheme are never converted into those of another.
extension CodeLists {
    /// How reliable the source is, by scheme.
    package static let reliability = [
        "ADMIRALTY": admiraltyReliability, "EUROPOL_4x4": europolReliability,
        "UK_3x5x2": sourceUK3, "UK_5x5x5": sourceUK5,
    ]

    /// How credible the information is, by scheme.
    package static let credibility = [
        "ADMIRALTY": admiraltyCredibility, "EUROPOL_4x4": europolCredibility,
        "UK_3x5x2": informationUK3, "UK_5x5x5": informationUK5,
    ]

    private static let admiraltyReliability = CodeList(
        "CL-RELIABILITY-ADMIRALTY",
        [
            .init("A", "Completely reliable", "Totalmente confiable"),
            .init("B", "Usually reliable", "Generalmente confiable"),
            .init("C", "Fairly reliable", "Bastante confiable"),
            .init("D", "Not usually reliable", "Generalmente no confiable"),
            .init("E", "Unreliable", "No confiable"),
            .init("F", "Reliability cannot be judged", "No evaluable"),
        ])

    private static let admiraltyCredibility = CodeList(
        "CL-CREDIBILITY-ADMIRALTY",
        [
            .init("1", "Confirmed", "Confirmada"),
            .init("2", "Probably true", "Probable"),
            .init("3", "Possibly true", "Posible"),
            .init("4", "Doubtful", "Dudosa"),
            .init("5", "Improbable", "Improbable"),
            .init("6", "Truth cannot be judged", "No evaluable"),
        ])

    private static let europolReliability = CodeList(
        "CL-RELIABILITY-EUROPOL",
        [
            .init("A", "No doubt about the source", "Sin duda sobre la fuente"),
            .init("B", "Mostly reliable", "Confiable en la mayoría de los casos"),
            .init("C", "Mostly unreliable", "No confiable en la mayoría de los casos"),
            .init("X", "Cannot be assessed", "No evaluable"),
        ])

    private static let europolCredibility = CodeList(
        "CL-CREDIBILITY-EUROPOL",
        [
            .init("1", "Accuracy not in doubt", "Exactitud sin duda"),
            .init("2", "Known personally to the source", "Conocida directamente por la fuente"),
            .init("3", "Not known personally, corroborated", "No directa, pero corroborada"),
            .init("4", "Not known personally, not corroborated", "No directa ni corroborada"),
        ])

    private static let sourceUK3 = CodeList(
        "CL-RELIABILITY-UK3",
        [
            .init("1", "Reliable", "Confiable"),
            .init("2", "Untested", "Sin comprobar"),
            .init("3", "Not reliable", "No confiable"),
        ])

    private static let informationUK3 = CodeList(
        "CL-CREDIBILITY-UK3",
        [
            .init("A", "Known directly", "Conocida directamente"),
            .init("B", "Known indirectly, corroborated", "Conocida indirectamente, corroborada"),
            .init("C", "Known indirectly", "Conocida indirectamente"),
            .init("D", "Not known", "No conocida"),
            .init("E", "Suspected to be false", "Presuntamente falsa"),
        ])

    private static let sourceUK5 = CodeList(
        "CL-RELIABILITY-UK5",
        [
            .init("A", "Always reliable", "Siempre confiable"),
            .init("B", "Mostly reliable", "Confiable en la mayoría de los casos"),
            .init("C", "Sometimes reliable", "A veces confiable"),
            .init("D", "Unreliable", "No confiable"),
            .init("E", "Untested source", "Fuente sin comprobar"),
        ])

    private static let informationUK5 = CodeList(
        "CL-CREDIBILITY-UK5",
        [
            .init("1", "Known to be true", "Verdadera sin reserva"),
            .init("2", "Known personally to the source", "Conocida directamente por la fuente"),
            .init("3", "Not known personally, corroborated", "No directa, pero corroborada"),
            .init("4", "Cannot be judged", "No evaluable"),
            .init("5", "Suspected to be false", "Presuntamente falsa"),
        ])
}
