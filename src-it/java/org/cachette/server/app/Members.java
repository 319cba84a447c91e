package org.cachette.server.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Who may log in, by HTTP Basic: everybody with the password {@code secret}; ada and bob are members. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "members")
public class Members implements IdentityStore {

    private static final Set<String> MEMBERS = Set.of("ada", "bob");

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof UsernamePasswordCredential login && login.compareTo(login.getCaller(), "secret")) {
            String name = login.getCaller();
            return new CredentialValidationResult(name, Set.of(MEMBERS.contains(name) ? "member" : "guest"));
        }
        return CredentialValidationResult.INVALID_RESULT;
    }
}
