<%@ page contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="org.cachette.tags" %>
<c:cache timeout="${param.timeout}" name="expressions" varyOn="${[param.a, param.b]}" using="${param.using}">(${renderings.next})</c:cache>
