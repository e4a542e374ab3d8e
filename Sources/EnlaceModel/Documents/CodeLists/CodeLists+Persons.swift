extension CodeLists {
    /// The part that a person or organization plays (after HTCDS).
    package static let role = CodeList(
        "CL-ROLE",
        [
            .init("RECRUITER", "Recruiter", "Enganchador"),
            .init("TRANSPORTER", "Transporter", "Transportista"),
            .init("TRAVEL_BROKER", "Travel broker", "Gestor de viaje"),
            .init("HARBOURER", "Harbourer", "Alojador"),
            .init("BUYER", "Buyer", "Comprador"),
            .init("SELLER", "Seller", "Vendedor"),
            .init("CONTROLLER", "Controller", "Controlador"),
            .init("SMUGGLER", "Migrant smuggler", "Traficante de migrantes"),
            .init("EXPLOITER", "Exploiter", "Explotador"),
            .init("ABUSER", "Abuser", "Agresor"),
            .init("KIDNAPPER", "Kidnapper", "Secuestrador"),
            .init("MONEY_HANDLER", "Money handler", "Operador financiero"),
            .init("CHILD_HOLDER", "Person who keeps the child", "Quien retiene al menor"),
            .init("OTHER", "Other", "Otro"),
        ])

    /// In what quality a person appears.
    package static let personStatus = CodeList(
        "CL-STATUS",
        [
            .init("SUSPECT", "Suspect", "Imputado"),
            .init("WITNESS", "Witness", "Testigo"),
            .init("VICTIM", "Victim", "Víctima"),
            .init("CHILD", "Child", "Niña, niño o adolescente"),
            .init("FUGITIVE", "Fugitive", "Prófugo"),
            .init("ASSOCIATE", "Associate", "Persona relacionada"),
        ])

    /// How certain it is that a person is a victim (HTCDS).
    package static let victimStatus = CodeList(
        "CL-VICTIMSTATUS",
        [
            .init("POSSIBLE", "Possible", "Posible"),
            .init("ACTUAL", "Actual", "Confirmada"),
            .init("NOT", "Not a victim", "No es víctima"),
        ])

    /// Sex as recorded.
    package static let sex = CodeList(
        "CL-SEX",
        [
            .init("F", "Female", "Mujer"),
            .init("M", "Male", "Hombre"),
            .init("X", "Other", "Otro"),
            .init("U", "Unknown", "Se desconoce"),
        ])

    /// What happened or happens at a place.
    package static let locationType = CodeList(
        "CL-LOCATION",
        [
            .init("RECRUITMENT", "Recruitment", "Enganche"),
            .init("TRANSIT", "Transit", "Tránsito"),
            .init("EXPLOITATION", "Exploitation", "Explotación"),
            .init("RESIDENCE", "Residence", "Domicilio"),
            .init("SAFE_HOUSE", "Safe house", "Casa de seguridad"),
            .init("CROSSING", "Border crossing", "Cruce fronterizo"),
        ])

    /// How precisely a place is known.
    package static let precision = CodeList(
        "CL-PRECISION",
        [
            .init("EXACT", "Exact", "Exacta"),
            .init("STREET", "Street", "Calle"),
            .init("NEIGHBOURHOOD", "Neighbourhood", "Colonia"),
            .init("MUNICIPALITY", "Municipality", "Municipio"),
            .init("STATE", "State", "Entidad federativa"),
        ])

    /// Kinds of communication identifiers.
    package static let communication = CodeList(
        "CL-COMMS",
        [
            .init("PHONE", "Telephone", "Teléfono"),
            .init("EMAIL", "E-mail", "Correo electrónico"),
            .init("HANDLE", "User name", "Nombre de usuario"),
            .init("SITE", "Web site", "Sitio web"),
            .init("AD", "Advertisement", "Anuncio"),
            .init("DEVICE", "Device", "Dispositivo"),
            .init("OTHER", "Other", "Otro"),
        ])
}
