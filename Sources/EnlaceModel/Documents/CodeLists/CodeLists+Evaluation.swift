extension CodeLists {
    /// Where information comes from.
    package static let source = CodeList(
        "CL-SOURCE",
        [
            .init("VICTIM_STATEMENT", "Victim statement", "Dicho de víctima"),
            .init("WITNESS", "Witness", "Testigo"),
            .init("CHS", "Confidential human source", "Fuente humana confidencial"),
            .init("PUBLIC_TIP", "Public tip", "Denuncia ciudadana"),
            .init("HOTLINE", "Hotline", "Línea de ayuda"),
            .init("OPEN_SOURCE", "Open source", "Fuente abierta"),
            .init("LE_RECORD", "Law-enforcement record", "Registro policial o ministerial"),
            .init("BORDER_RECORD", "Border record", "Registro fronterizo"),
            .init("FINANCIAL_INSTITUTION", "Financial institution", "Institución financiera"),
            .init("PLATFORM", "Platform", "Plataforma"),
            .init("FOREIGN_PARTNER", "Foreign partner", "Contraparte"),
            .init(
                "SERVICE_PROVIDER", "Service provider, with consent",
                "Prestador de servicios, con consentimiento"),
            .init("TECHNICAL", "Technical", "Técnica"),
        ])

    /// The scheme in which a source was evaluated; never converted.
    package static let evaluationScheme = CodeList(
        "CL-SCHEME",
        [
            .init("ADMIRALTY", "Admiralty code", "Código del Almirantazgo"),
            .init("EUROPOL_4x4", "Europol 4x4", "Europol 4x4"),
            .init("UK_3x5x2", "UK 3x5x2", "Reino Unido 3x5x2"),
            .init("UK_5x5x5", "UK 5x5x5", "Reino Unido 5x5x5"),
        ])

    /// How confident an assessment is.
    package static let confidence = CodeList(
        "CL-CONFIDENCE",
        [
            .init("LOW", "Low", "Bajo"),
            .init("MODERATE", "Moderate", "Moderado"),
            .init("HIGH", "High", "Alto"),
        ])

    /// Whether other operations were checked.
    package static let deconfliction = CodeList(
        "CL-DECONFLICTION",
        [
            .init("CHECKED", "Checked, no hit", "Verificada, sin coincidencia"),
            .init("NOT_CHECKED", "Not checked", "No verificada"),
            .init("HIT", "Hit", "Con coincidencia"),
        ])

    /// How a deconfliction hit was resolved.
    package static let resolution = CodeList(
        "CL-RESOLUTION",
        [
            .init("PROCEED", "Proceed", "Proceder"),
            .init("JOINT", "Act jointly", "Actuar en conjunto"),
            .init("DELAY", "Delay", "Aplazar"),
            .init("CANCEL", "Cancel", "Cancelar"),
        ])
}
