package org.cachette.backend;

import java.util.function.Consumer;

/**
 * What a {@link Backend} is as well whose store can tell every process that uses it what others changed, so that copies
 * nearer by can be dropped.
 */
public interface ChangeFeed {

    /**
     * From now on, and also over connections opened later, calls with the full key of each entry that another process
     * or another backend of this store sets, touches or deletes, and with everything-changed where single keys are not
     * to be had: the store was emptied, or news may have been lost. The calls come on threads of the backend's and must
     * return at once. May call for what this backend changed itself.
     */
    void listen(Consumer<String> changed, Runnable everythingChanged);
}
