package desk;

class Constants {
    HttpRequest create() {
        // evidence: openai.assistants/named-address
        return HttpRequest.newBuilder(URI.create(Settings.ASSISTANT_ENDPOINT)).build();
    }

    HttpRequest run(String thread) {
        // evidence: openai.assistants/named-address
        return HttpRequest.newBuilder(URI.create(Settings.THREAD_ENDPOINT + "/" + thread + "/runs")).build();
    }

    HttpRequest state(String thread, String run) {
        // evidence: openai.assistants/named-address
        return HttpRequest.newBuilder(URI.create(Settings.BASE_URL + "/threads/" + thread + "/runs/" + run)).build();
    }

    HttpRequest open(String thread) {
        // evidence: openai.assistants/named-store-address
        return HttpRequest.newBuilder(URI.create(Settings.THREAD_ENDPOINT + "/" + thread + "/messages")).build();
    }

    HttpRequest say(String thread) {
        // evidence: openai.assistants/named-store-address
        return HttpRequest.newBuilder(URI.create(Settings.BASE_URL + "/threads/" + thread + "/messages")).build();
    }

    HttpRequest other(String id) {
        // ok: openai.assistants/named-address
        return HttpRequest.newBuilder(URI.create(Settings.ORDERS_ENDPOINT + "/" + id + "/runs")).build();
    }

    HttpRequest more(String id) {
        // ok: openai.assistants/named-store-address
        return HttpRequest.newBuilder(URI.create(Settings.BASE_URL + "/orders/" + id)).build();
    }
}
