extension CodeLists {
    /// The verbs of article 10 of the Mexican General Law on trafficking.
    package static let act = CodeList(
        "CL-ACT",
        [
            .init("RECRUIT", "Recruit", "Captar"),
            .init("ENTICE", "Entice", "Enganchar"),
            .init("TRANSPORT", "Transport", "Transportar"),
            .init("TRANSFER", "Transfer", "Transferir"),
            .init("HOLD", "Hold", "Retener"),
            .init("DELIVER", "Deliver", "Entregar"),
            .init("RECEIVE", "Receive", "Recibir"),
            .init("HARBOUR", "Harbour", "Alojar"),
        ])

    /// Palermo Protocol article 3. Never demanded, for with a minor no means are needed.
    package static let means = CodeList(
        "CL-MEANS",
        [
            .init("FORCE_OR_THREAT", "Force or threat", "Fuerza o amenaza"),
            .init("COERCION", "Coercion", "Coacción"),
            .init("ABDUCTION", "Abduction", "Rapto"),
            .init("FRAUD", "Fraud", "Fraude"),
            .init("DECEPTION", "Deception", "Engaño"),
            .init("ABUSE_OF_POWER", "Abuse of power", "Abuso de poder"),
            .init(
                "ABUSE_OF_VULNERABILITY", "Abuse of a position of vulnerability",
                "Abuso de una situación de vulnerabilidad"),
            .init(
                "PAYMENT_TO_CONTROLLER", "Payment to a person in control",
                "Pagos o beneficios a quien tiene autoridad"),
        ])

    /// The eleven forms of the Mexican General Law, and those that HTCDS adds.
    package static let exploitation = CodeList(
        "CL-EXPLOIT",
        [
            .init("SLAVERY", "Slavery", "Esclavitud"),
            .init("SERFDOM", "Serfdom", "Condición de siervo"),
            .init(
                "SEXUAL", "Prostitution of others or other sexual exploitation",
                "Prostitución ajena u otra explotación sexual"),
            .init("LABOUR", "Labour exploitation", "Explotación laboral"),
            .init("FORCED_LABOUR", "Forced labour or services", "Trabajo o servicios forzados"),
            .init("BEGGING", "Forced begging", "Mendicidad forzosa"),
            .init(
                "MINORS_IN_CRIME", "Use of minors in crime",
                "Uso de menores en actividades delictivas"),
            .init("ILLEGAL_ADOPTION", "Illegal adoption", "Adopción ilegal"),
            .init("FORCED_MARRIAGE", "Forced or servile marriage", "Matrimonio forzoso o servil"),
            .init(
                "ORGANS", "Trafficking of organs, tissues or cells",
                "Tráfico de órganos, tejidos y células"),
            .init(
                "BIOMEDICAL", "Unlawful biomedical experiments",
                "Experimentación biomédica ilícita"),
            .init("CHILD_LABOUR", "Child labour", "Trabajo infantil"),
            .init("SERVITUDE", "Servitude", "Servidumbre"),
            .init("FORCED_MILITARY", "Forced military service", "Reclutamiento forzado"),
            .init("SURROGACY", "Forced surrogacy", "Gestación subrogada forzada"),
            .init("OTHER", "Other", "Otra"),
        ])

    /// Methods of control (HTCDS).
    package static let control = CodeList(
        "CL-CONTROL",
        [
            .init("PHYSICAL_THREATS", "Physical threats", "Amenazas físicas"),
            .init(
                "THREATS_OF_LAW_ENFORCEMENT", "Threats of law enforcement",
                "Amenaza con la autoridad"),
            .init(
                "THREATENS_CHILDREN_FAMILY", "Threatens children or family",
                "Amenaza a hijos o familia"),
            .init("DEBT_BONDAGE", "Debt bondage", "Servidumbre por deudas"),
            .init("FALSE_PROMISES", "False promises", "Falsas promesas"),
            .init("PHYSICAL_ABUSE", "Physical abuse", "Maltrato físico"),
            .init("SEXUAL_ABUSE", "Sexual abuse", "Abuso sexual"),
            .init("TAKES_EARNINGS", "Takes earnings", "Retiene ganancias"),
            .init(
                "RESTRICTS_FINANCIAL_ACCESS", "Restricts financial access",
                "Limita el acceso a dinero"),
            .init("RESTRICTS_MEDICAL_CARE", "Restricts medical care", "Limita la atención médica"),
            .init("WITHHOLDS_NECESSITIES", "Withholds necessities", "Niega necesidades básicas"),
            .init("PSYCHOLOGICAL_ABUSE", "Psychological abuse", "Maltrato psicológico"),
            .init("PSYCHOACTIVE_SUBSTANCE", "Psychoactive substances", "Sustancias psicoactivas"),
            .init("EXCESSIVE_WORKING_HOURS", "Excessive working hours", "Jornadas excesivas"),
            .init("WITHHOLDS_DOCUMENTS", "Withholds documents", "Retiene documentos"),
            .init("USES_CHILDREN", "Uses the children as control", "Uso de los hijos como control"),
            .init("RESTRICTS_MOVEMENT", "Restricts movement", "Restringe el movimiento"),
            .init("OTHER", "Other", "Otro"),
        ])

    /// How victims were recruited (HTCDS).
    package static let recruitment = CodeList(
        "CL-RECRUIT",
        [
            .init("BUSINESS", "Business", "Negocio"),
            .init("EDUCATION", "Education", "Escuela"),
            .init("WORK", "Work", "Trabajo"),
            .init("ONLINE_SOCIAL", "Social networks", "Redes sociales"),
            .init("ONLINE_AD", "Online advertisement", "Anuncio en línea"),
            .init("TV_AD", "Television advertisement", "Anuncio en televisión"),
            .init("NEWSPAPER_AD", "Newspaper advertisement", "Anuncio en periódico"),
            .init("FAMILY", "Family", "Familia"),
            .init("FRIENDS", "Friends", "Amistades"),
            .init("ROMANTIC_DECEPTION", "Romantic deception", "Enamoramiento"),
            .init("OTHER", "Other", "Otro"),
        ])

    /// The eleven indicators of forced labour of the ILO.
    package static let iloIndicators = CodeList(
        "CL-ILO",
        [
            .init("ABUSE_OF_VULNERABILITY", "Abuse of vulnerability", "Abuso de vulnerabilidad"),
            .init("DECEPTION", "Deception", "Engaño"),
            .init(
                "RESTRICTION_OF_MOVEMENT", "Restriction of movement", "Restricción de movimiento"),
            .init("ISOLATION", "Isolation", "Aislamiento"),
            .init("VIOLENCE", "Physical and sexual violence", "Violencia física y sexual"),
            .init("INTIMIDATION", "Intimidation and threats", "Intimidación y amenazas"),
            .init("RETENTION_OF_DOCUMENTS", "Retention of documents", "Retención de documentos"),
            .init("WITHHOLDING_OF_WAGES", "Withholding of wages", "Retención de salarios"),
            .init("DEBT_BONDAGE", "Debt bondage", "Servidumbre por deudas"),
            .init("ABUSIVE_CONDITIONS", "Abusive conditions", "Condiciones abusivas"),
            .init("EXCESSIVE_OVERTIME", "Excessive overtime", "Horas extra excesivas"),
        ])

    /// Financial typologies (FinCEN FIN-2020-A008).
    package static let financial = CodeList(
        "CL-FIN",
        [
            .init("FUNNEL_ACCOUNT", "Funnel account", "Cuenta concentradora"),
            .init("FRONT_COMPANY", "Front company", "Empresa fachada"),
            .init(
                "EXPLOITATIVE_EMPLOYMENT", "Exploitative employment",
                "Prácticas laborales abusivas"),
            .init("ALTERNATIVE_PAYMENT", "Alternative means of payment", "Medios de pago alternos"),
            .init("REMITTANCE_PATTERN", "Remittance pattern", "Patrón de remesas"),
        ])
}
