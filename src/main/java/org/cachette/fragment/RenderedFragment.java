package org.cachette.fragment;

import org.cachette.page.PagePart;

/**
 * A fragment as it is kept.
 *
 * @param said what it asks of each page it stands in
 * @param body its text; may be empty
 */
record RenderedFragment(PagePart said, String body) {}
