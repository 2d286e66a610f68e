package desk;

import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Description;

class Functions {
    // evidence: other.spring_ai/function-bean
    @Bean @Description("status of a claim")
    public Function<Request, Status> status() { return request -> read(request); }

    // ok: other.spring_ai/function-bean
    @Bean
    public Function<Request, Status> other() { return request -> read(request); }
}
