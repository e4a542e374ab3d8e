extension CodeLists {
    /// Venue codes of the NIEM 6.0 Human Services domain (`hs:TraffickedVenueCodeSimpleType`).
    package static let venue = CodeList(
        "CL-VENUE",
        [
            .init(
                "Bar/Cantina/Restaurant", "Bar, cantina or restaurant",
                "Bar, cantina o restaurante"),
            .init("Beauty Salon/Spa", "Beauty salon or spa", "Salón de belleza o spa"),
            .init(
                "Boat/Ocean/Lake/Fishery", "Boat, ocean, lake or fishery",
                "Embarcación, mar, lago o pesquería"),
            .init(
                "Bus Station/Truck Stop", "Bus station or truck stop",
                "Central de autobuses o paradero de camiones"),
            .init("Carnival", "Carnival", "Feria"),
            .init("Casino", "Casino", "Casino"),
            .init("Child Care Facility", "Child care facility", "Guardería"),
            .init("Construction Site", "Construction site", "Obra en construcción"),
            .init("Dance/Strip Clubs", "Dance or strip club", "Centro nocturno"),
            .init("Did Not Disclose", "Did not disclose", "No lo reveló"),
            .init("Diplomatic Residence", "Diplomatic residence", "Residencia diplomática"),
            .init("Educational Setting", "Educational setting", "Centro educativo"),
            .init(
                "Escort/Delivery Service", "Escort or delivery service",
                "Servicio de acompañantes o a domicilio"),
            .init("Factory", "Factory", "Fábrica"),
            .init("Farm/Ranch", "Farm or ranch", "Campo agrícola o rancho"),
            .init("Foster Home", "Foster home", "Familia de acogida"),
            .init("Healthcare Facility", "Healthcare facility", "Centro de salud"),
            .init("Hotel/Motel-Based", "Hotel or motel", "Hotel o motel"),
            .init(
                "Internet/Pornography/Webchat", "Internet, pornography or webchat",
                "Internet, pornografía o videochat"),
            .init(
                "Juvenile Detention Facility/Jail/Prison", "Juvenile detention, jail or prison",
                "Centro de internamiento o penal"),
            .init("Massage Parlor", "Massage parlor", "Sala de masajes"),
            .init("Mine/Quarry", "Mine or quarry", "Mina o cantera"),
            .init("Natural Disaster", "Natural disaster", "Desastre natural"),
            .init("Non-Relative Home", "Home of a non-relative", "Casa de persona no familiar"),
            .init("Other", "Other", "Otro"),
            .init("Relative Home", "Home of a relative", "Casa de familiar"),
            .init("Residential Brothel", "Residential brothel", "Prostíbulo en vivienda"),
            .init("Residential Group Home", "Residential group home", "Casa hogar"),
            .init(
                "Residential Placement And Congregate Care",
                "Residential placement and congregate care",
                "Institución de asistencia residencial"),
            .init("Retail Sales", "Retail sales", "Comercio al por menor"),
            .init("Shelter", "Shelter", "Albergue"),
            .init("Street-Based", "Street", "Vía pública"),
            .init("Unknown", "Unknown", "Se desconoce"),
            .init("Webchat", "Webchat", "Videochat"),
        ])

    /// The sections of ISIC revision 4.
    package static let industry = CodeList(
        "CL-INDUSTRY",
        [
            .init(
                "A", "Agriculture, forestry and fishing",
                "Agricultura, ganadería, silvicultura y pesca"),
            .init("B", "Mining and quarrying", "Explotación de minas y canteras"),
            .init("C", "Manufacturing", "Industrias manufactureras"),
            .init("D", "Electricity, gas and steam", "Electricidad, gas y vapor"),
            .init("E", "Water supply and waste management", "Agua y gestión de desechos"),
            .init("F", "Construction", "Construcción"),
            .init("G", "Wholesale and retail trade", "Comercio al por mayor y al por menor"),
            .init("H", "Transportation and storage", "Transporte y almacenamiento"),
            .init("I", "Accommodation and food service", "Alojamiento y servicio de comidas"),
            .init("J", "Information and communication", "Información y comunicaciones"),
            .init(
                "K", "Financial and insurance activities", "Actividades financieras y de seguros"),
            .init("L", "Real estate activities", "Actividades inmobiliarias"),
            .init(
                "M", "Professional and scientific activities",
                "Actividades profesionales y científicas"),
            .init(
                "N", "Administrative and support services", "Servicios administrativos y de apoyo"),
            .init("O", "Public administration and defence", "Administración pública y defensa"),
            .init("P", "Education", "Enseñanza"),
            .init("Q", "Human health and social work", "Atención de la salud y asistencia social"),
            .init("R", "Arts, entertainment and recreation", "Artes, entretenimiento y recreación"),
            .init("S", "Other services", "Otros servicios"),
            .init("T", "Households as employers", "Hogares como empleadores"),
            .init("U", "Extraterritorial organizations", "Organizaciones extraterritoriales"),
        ])
}
