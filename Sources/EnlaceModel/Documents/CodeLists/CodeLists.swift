/// The code lists of documents (domain §1.4). Labels of HTCDS and NIEM lists are used under CC BY 4.0.
package enum CodeLists {
    /// What a lead is about.
    package static let leadType = CodeList(
        "CL-TYPE",
        [
            .init("SEX_TRAFFICKING", "Sex trafficking", "Trata con fines de explotación sexual"),
            .init("FORCED_LABOR", "Forced labor", "Trabajo o servicios forzados"),
            .init("DOMESTIC_SERVITUDE", "Domestic servitude", "Servidumbre doméstica"),
            .init(
                "CHILD_SEXUAL_EXPLOITATION", "Child sexual exploitation",
                "Explotación sexual de niñas, niños y adolescentes"),
            .init(
                "ONLINE_CSE", "Online child sexual exploitation",
                "Explotación sexual infantil en línea"),
            .init(
                "CHILD_RECOVERY", "Recovery of victims' children",
                "Recuperación de hijas e hijos de víctimas"),
            .init("VICTIM_LOCATION", "Location of a victim", "Localización de víctima"),
            .init("FUGITIVE_LOCATION", "Location of a fugitive", "Localización de prófugo"),
            .init("EXTRADITION_SUPPORT", "Support of an extradition", "Apoyo a extradición"),
            .init("FINANCIAL_INTEL", "Financial intelligence", "Inteligencia financiera"),
            .init("BORDER_PATTERN", "Border-crossing pattern", "Patrón de cruce fronterizo"),
            .init("RECRUITMENT_NETWORK", "Recruitment network", "Red de enganche"),
            .init("MISSING_PERSON", "Missing person", "Persona desaparecida"),
            .init("COORDINATED_ACTION", "Coordinated action", "Acción coordinada"),
        ])

    /// What the information may be used for.
    package static let purpose = CodeList(
        "CL-PURPOSEUSE",
        [
            .init("PREVENTION", "Prevention", "Prevención"),
            .init("DETECTION", "Detection", "Detección"),
            .init("INVESTIGATION", "Investigation", "Investigación"),
            .init("PROSECUTION", "Prosecution", "Persecución penal"),
            .init("VICTIM_PROTECTION", "Victim protection", "Protección de víctimas"),
            .init(
                "CHILD_RECOVERY", "Child recovery", "Recuperación de niñas, niños y adolescentes"),
            .init("EXTRADITION_SUPPORT", "Support of an extradition", "Apoyo a extradición"),
        ])

    /// How well the suspicion is founded (28 CFR 23.20).
    package static let suspicion = CodeList(
        "CL-SUSPICION",
        [
            .init(
                "NONE_TIP", "Tip without reasonable suspicion", "Denuncia sin sospecha razonable"),
            .init("REASONABLE_SUSPICION", "Reasonable suspicion", "Sospecha razonable"),
            .init("PROBABLE_CAUSE", "Probable cause", "Causa probable"),
            .init("CHARGED", "Charged", "Con acusación"),
        ])

    /// What the receiver is asked to do.
    package static let requestedAction = CodeList(
        "CL-ACTION",
        [
            .init("VERIFY", "Verify", "Verificar"),
            .init("IDENTIFY", "Identify", "Identificar"),
            .init("LOCATE", "Locate", "Localizar"),
            .init("INTERVIEW", "Interview", "Entrevistar"),
            .init("RECOVER_CHILD", "Recover a child", "Recuperar a niña, niño o adolescente"),
            .init("PRESERVE", "Preserve evidence", "Preservar evidencia"),
            .init("OPEN_CASE", "Open a case", "Iniciar carpeta de investigación"),
            .init("COORDINATE", "Coordinate", "Coordinar"),
            .init("FOR_INFORMATION", "For information", "Para conocimiento"),
        ])

    /// Whether the content may serve as evidence.
    package static let useAsEvidence = CodeList(
        "CL-EVIDENCE",
        [
            .init("NO", "No", "No"),
            .init("WITH_CONSENT", "Only with consent", "Sólo con consentimiento"),
            .init(
                "VIA_MLAT_ONLY", "Only by mutual legal assistance",
                "Sólo por asistencia jurídica mutua"),
        ])

    /// Why a document is urgent.
    package static let urgencyReason = CodeList(
        "CL-URGENCYREASON",
        [
            .init("THREAT_TO_LIFE", "Threat to life", "Riesgo de vida"),
            .init("THREAT_TO_LIBERTY", "Threat to liberty", "Riesgo de libertad"),
            .init("CHILD_AT_RISK", "Child at risk", "Menor en riesgo"),
            .init("FUGITIVE_ABOUT_TO_MOVE", "Fugitive about to move", "Posible fuga"),
            .init("DETENTION_DECISION", "Decision on detention", "Decisión sobre detención"),
            .init(
                "INFORMATION_LOSES_VALUE", "Information about to lose value",
                "Pérdida de vigencia"),
        ])

    /// Who put a text into its language.
    package static let textOrigin = CodeList(
        "CL-TEXTORIGIN",
        [
            .init("ORIGINAL", "Original", "Original"),
            .init("HUMAN", "Human translation", "Traducción humana"),
            .init("MACHINE", "Machine translation", "Traducción automática"),
            .init("CERTIFIED", "Certified translation", "Traducción certificada"),
        ])

    /// In which function an officer acknowledges (domain §5).
    package static let officerRole = CodeList(
        "CL-OFFICERROLE",
        [
            .init("OFFICER", "Officer", "Servidor público"),
            .init("LIAISON", "Liaison officer", "Oficial de enlace"),
            .init("ANALYST", "Receiving analyst", "Analista receptor"),
            .init(
                "CASE_AGENT", "Case agent or prosecutor", "Agente del Ministerio Público o fiscal"),
        ])
}
