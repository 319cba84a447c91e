package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import org.cachette.page.PageCache;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/** Jersey asks before it takes a mapper; all others come first. */
@Priority(Integer.MAX_VALUE)
final class JerseyFailureMapper extends FailureMapper implements ExtendedExceptionMapper<Throwable> {

    JerseyFailureMapper(CurrentExchange current, PageCache pages) {
        super(current, pages);
    }

    @Override
    public boolean isMappable(Throwable failure) {
        return isHidden(failure);
    }
}
