package org.cachette.backend.database;

final class H2UpkeepIT extends UpkeepContract {

    H2UpkeepIT() {
        super(null);
    }
}
