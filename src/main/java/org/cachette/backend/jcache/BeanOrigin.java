package org.cachette.backend.jcache;

import javax.cache.CacheManager;

/** The application's own cache manager, or the server's; nobody but them closes it. */
final class BeanOrigin extends Origin {

    private final CacheManager bean;

    BeanOrigin(CacheManager bean) {
        this.bean = bean;
    }

    @Override
    CacheManager open(Connection user) {
        return bean;
    }

    @Override
    void release(Connection user) {}
}
