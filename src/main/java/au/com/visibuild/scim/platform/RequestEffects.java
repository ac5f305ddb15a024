package au.com.visibuild.scim.platform;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a request brought about, noted where it happens and read where the request ends: a room does not know who counts.
 * Outside of a request nothing is noted.
 */
public final class RequestEffects {

    /** What can be noted. */
    public enum Effect {
        /** What was asked for was so already. */
        NO_CHANGE,
        /** A person was switched off. */
        DEACTIVATED,
        /** A person was deleted who had not been switched off before. */
        DELETED,
        /** A login session was ended. */
        SESSION_ENDED
    }

    private static final String KEY = RequestEffects.class.getName();

    private RequestEffects() {}

    /** Notes an effect of the current request, so many times. */
    public static void note(Effect effect, int times) {
        Context context = Vertx.currentContext();
        if (times <= 0 || context == null || !VertxContext.isDuplicatedContext(context)) {
            return;
        }
        Map<Effect, Integer> noted = context.getLocal(KEY);
        if (noted == null) {
            noted = new EnumMap<>(Effect.class);
            context.putLocal(KEY, noted);
        }
        noted.merge(effect, times, Integer::sum);
    }

    /** What was noted in the context of a request. */
    public static Map<Effect, Integer> of(Context context) {
        Map<Effect, Integer> noted = context.getLocal(KEY);
        return noted == null ? Map.of() : noted;
    }
}
