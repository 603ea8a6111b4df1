CREATE TABLE decisions (
    seq INTEGER NOT NULL, 
    resource_id TEXT NOT NULL, 
    resource_type TEXT NOT NULL, 
    last_action_date TEXT NOT NULL, 
    last_action_type TEXT NOT NULL, 
    field_name TEXT NOT NULL, 
    previous_value TEXT NOT NULL, 
    replacement_value TEXT NOT NULL, 
    updated_by TEXT NOT NULL, 
    reason TEXT NOT NULL, 
    source_digest TEXT NOT NULL, 
    pack TEXT NOT NULL, 
    prev_hash TEXT NOT NULL, 
    CONSTRAINT pk_decisions PRIMARY KEY (seq)
);

CREATE TABLE fingerpost_directory (
    version INTEGER NOT NULL, 
    CONSTRAINT pk_fingerpost_directory PRIMARY KEY (version)
);

CREATE TABLE releases (
    number INTEGER NOT NULL, 
    created_at TEXT NOT NULL, 
    signed_off_by TEXT NOT NULL, 
    manifest_digest TEXT NOT NULL, 
    restores INTEGER, 
    statements INTEGER NOT NULL, 
    added INTEGER NOT NULL, 
    changed INTEGER NOT NULL, 
    moved INTEGER NOT NULL, 
    relabelled INTEGER NOT NULL, 
    retired INTEGER NOT NULL, 
    revived INTEGER NOT NULL, 
    CONSTRAINT pk_releases PRIMARY KEY (number), 
    CONSTRAINT fk_releases_restores_releases FOREIGN KEY(restores) REFERENCES releases (number)
);

CREATE TABLE documents (
    source TEXT NOT NULL, 
    from_release INTEGER NOT NULL, 
    to_release INTEGER, 
    CONSTRAINT pk_documents PRIMARY KEY (source, from_release), 
    CONSTRAINT fk_documents_from_release_releases FOREIGN KEY(from_release) REFERENCES releases (number), 
    CONSTRAINT fk_documents_to_release_releases FOREIGN KEY(to_release) REFERENCES releases (number)
);

CREATE UNIQUE INDEX uq_documents_holds ON documents (source) WHERE to_release IS NULL;

CREATE TABLE ids (
    id TEXT NOT NULL, 
    kind TEXT NOT NULL, 
    first_release INTEGER NOT NULL, 
    CONSTRAINT pk_ids PRIMARY KEY (id), 
    CONSTRAINT fk_ids_first_release_releases FOREIGN KEY(first_release) REFERENCES releases (number)
);

CREATE TABLE concepts (
    id TEXT NOT NULL, 
    from_release INTEGER NOT NULL, 
    to_release INTEGER, 
    facet TEXT NOT NULL, 
    label TEXT NOT NULL, 
    core_label TEXT NOT NULL, 
    definition TEXT NOT NULL, 
    alternates TEXT NOT NULL, 
    parent TEXT NOT NULL, 
    place INTEGER NOT NULL, 
    hidden BOOLEAN NOT NULL, 
    folds_into TEXT NOT NULL, 
    CONSTRAINT pk_concepts PRIMARY KEY (id, from_release), 
    CONSTRAINT fk_concepts_id_ids FOREIGN KEY(id) REFERENCES ids (id), 
    CONSTRAINT fk_concepts_from_release_releases FOREIGN KEY(from_release) REFERENCES releases (number), 
    CONSTRAINT fk_concepts_to_release_releases FOREIGN KEY(to_release) REFERENCES releases (number)
);

CREATE UNIQUE INDEX uq_concepts_holds ON concepts (id) WHERE to_release IS NULL;

CREATE TABLE resources (
    id TEXT NOT NULL, 
    from_release INTEGER NOT NULL, 
    to_release INTEGER, 
    url TEXT NOT NULL, 
    title TEXT NOT NULL, 
    host TEXT NOT NULL, 
    CONSTRAINT pk_resources PRIMARY KEY (id, from_release), 
    CONSTRAINT fk_resources_id_ids FOREIGN KEY(id) REFERENCES ids (id), 
    CONSTRAINT fk_resources_from_release_releases FOREIGN KEY(from_release) REFERENCES releases (number), 
    CONSTRAINT fk_resources_to_release_releases FOREIGN KEY(to_release) REFERENCES releases (number)
);

CREATE UNIQUE INDEX uq_resources_holds ON resources (id) WHERE to_release IS NULL;

CREATE TABLE strategies (
    id TEXT NOT NULL, 
    from_release INTEGER NOT NULL, 
    to_release INTEGER, 
    state TEXT NOT NULL, 
    status TEXT NOT NULL, 
    text TEXT NOT NULL, 
    source_text TEXT NOT NULL, 
    lead_in TEXT NOT NULL, 
    tier TEXT NOT NULL, 
    phase TEXT NOT NULL, 
    actor TEXT NOT NULL, 
    voice TEXT NOT NULL, 
    purpose TEXT NOT NULL, 
    confidence FLOAT, 
    source TEXT NOT NULL, 
    heading_path TEXT NOT NULL, 
    locator TEXT NOT NULL, 
    place INTEGER NOT NULL, 
    reviewed_by TEXT NOT NULL, 
    reviewed_on TEXT NOT NULL, 
    next_review TEXT NOT NULL, 
    CONSTRAINT pk_strategies PRIMARY KEY (id, from_release), 
    CONSTRAINT fk_strategies_id_ids FOREIGN KEY(id) REFERENCES ids (id), 
    CONSTRAINT fk_strategies_from_release_releases FOREIGN KEY(from_release) REFERENCES releases (number), 
    CONSTRAINT fk_strategies_to_release_releases FOREIGN KEY(to_release) REFERENCES releases (number)
);

CREATE UNIQUE INDEX uq_strategies_holds ON strategies (id) WHERE to_release IS NULL;

CREATE TABLE strategy_concepts (
    strategy_id TEXT NOT NULL, 
    facet TEXT NOT NULL, 
    concept_id TEXT NOT NULL, 
    from_release INTEGER NOT NULL, 
    to_release INTEGER, 
    place INTEGER NOT NULL, 
    is_primary BOOLEAN NOT NULL, 
    evidence TEXT NOT NULL, 
    CONSTRAINT pk_strategy_concepts PRIMARY KEY (strategy_id, facet, concept_id, from_release), 
    CONSTRAINT fk_strategy_concepts_strategy_id_ids FOREIGN KEY(strategy_id) REFERENCES ids (id), 
    CONSTRAINT fk_strategy_concepts_concept_id_ids FOREIGN KEY(concept_id) REFERENCES ids (id), 
    CONSTRAINT fk_strategy_concepts_from_release_releases FOREIGN KEY(from_release) REFERENCES releases (number), 
    CONSTRAINT fk_strategy_concepts_to_release_releases FOREIGN KEY(to_release) REFERENCES releases (number)
);

CREATE UNIQUE INDEX uq_strategy_concepts_holds ON strategy_concepts (strategy_id, facet, concept_id) WHERE to_release IS NULL;

CREATE TABLE strategy_resources (
    strategy_id TEXT NOT NULL, 
    resource_id TEXT NOT NULL, 
    from_release INTEGER NOT NULL, 
    to_release INTEGER, 
    place INTEGER NOT NULL, 
    CONSTRAINT pk_strategy_resources PRIMARY KEY (strategy_id, resource_id, from_release), 
    CONSTRAINT fk_strategy_resources_strategy_id_ids FOREIGN KEY(strategy_id) REFERENCES ids (id), 
    CONSTRAINT fk_strategy_resources_resource_id_ids FOREIGN KEY(resource_id) REFERENCES ids (id), 
    CONSTRAINT fk_strategy_resources_from_release_releases FOREIGN KEY(from_release) REFERENCES releases (number), 
    CONSTRAINT fk_strategy_resources_to_release_releases FOREIGN KEY(to_release) REFERENCES releases (number)
);

CREATE UNIQUE INDEX uq_strategy_resources_holds ON strategy_resources (strategy_id, resource_id) WHERE to_release IS NULL;

CREATE VIEW current_documents AS SELECT documents.source 
FROM documents 
WHERE documents.to_release IS NULL;

CREATE VIEW current_concepts AS SELECT concepts.id, concepts.facet, concepts.label, concepts.core_label, concepts.definition, concepts.alternates, concepts.parent, concepts.place, concepts.hidden, concepts.folds_into 
FROM concepts 
WHERE concepts.to_release IS NULL;

CREATE VIEW current_strategies AS SELECT strategies.id, strategies.status, strategies.text, strategies.source_text, strategies.lead_in, strategies.tier, strategies.phase, strategies.actor, strategies.voice, strategies.purpose, strategies.confidence, strategies.source, strategies.heading_path, strategies.locator, strategies.place, strategies.reviewed_by, strategies.reviewed_on, strategies.next_review 
FROM strategies 
WHERE strategies.to_release IS NULL AND state = 'live';

CREATE VIEW current_strategy_concepts AS SELECT strategy_concepts.strategy_id, strategy_concepts.facet, strategy_concepts.concept_id, strategy_concepts.place, strategy_concepts.is_primary, strategy_concepts.evidence 
FROM strategy_concepts 
WHERE strategy_concepts.to_release IS NULL;

CREATE VIEW current_resources AS SELECT resources.id, resources.url, resources.title, resources.host 
FROM resources 
WHERE resources.to_release IS NULL;

CREATE VIEW current_strategy_resources AS SELECT strategy_resources.strategy_id, strategy_resources.resource_id, strategy_resources.place 
FROM strategy_resources 
WHERE strategy_resources.to_release IS NULL;
