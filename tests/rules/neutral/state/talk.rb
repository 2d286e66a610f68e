class TalkController < ApplicationController
  def ask
    # evidence: neutral.state/web-session
    session[:messages] ||= []
    # evidence: neutral.state/web-session
    session[:chat_history] << { role: "user", content: params[:text] }
    # ok: neutral.state/web-session
    session[:locale] = "en"
    # evidence: neutral.state/history-field
    @messages << { role: "user", content: params[:text] }
    # ok: neutral.state/history-field
    @errors << "none"
  end
end
